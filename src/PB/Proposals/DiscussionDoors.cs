using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>When people can say something about proposals.</summary>
public static class DiscussionDoors
{
    /// <summary>Why nothing can be said now: asked by the page and, under the lock, by the act itself.</summary>
    public static DiscussionRefusal? WhyNoDiscussion(this Round round, IdeaRules rules, DateTimeOffset now)
    {
        if (rules.Moderation is Moderation.Closed)
            return DiscussionRefusal.Closed;
        return round.PhaseAt(now) is RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion or RoundPhase.Voting ? null : DiscussionRefusal.NotNow;
    }

    public static async Task<IdeaRules> RulesForIdeasAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        await db.IdeaRules.AsNoTracking().SingleOrDefaultAsync(rules => rules.RoundId == round, cancel) ?? new IdeaRules(round);
}

/// <summary>When an officer looks at what people say.</summary>
public enum Moderation
{
    /// <summary>Everybody can read it at once; an officer looks at what is reported.</summary>
    Afterwards,

    /// <summary>Nobody can read it before an officer has looked.</summary>
    Before,

    /// <summary>Nothing can be said in this round.</summary>
    Closed,
}

/// <summary>Why something cannot be said, or done about what was said.</summary>
public enum DiscussionRefusal
{
    Closed,

    /// <summary>Before ideas open, or after voting has closed.</summary>
    NotNow,

    /// <summary>One has to wait between two comments.</summary>
    TooSoon,
    NoSuchComment,
    NothingToAppeal,

    /// <summary>Nobody decides on an appeal against their own act.</summary>
    OwnAct,
}
