using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Awards;

/// <summary>A group says that a decision did not come about by the rules. Whether the project is a good one is not looked at again.</summary>
public sealed class ProcessAppeal
{
    ProcessAppeal() { }

    public ProcessAppeal(Guid applicationId, AppealGround ground, string reason, Guid lodgedBy, DateTimeOffset now) =>
        (Id, ApplicationId, Ground, Reason, LodgedBy, LodgedAt) = (Ids.New(now), applicationId, ground, reason, lodgedBy, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public AppealGround Ground { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid LodgedBy { get; private set; }
    public DateTimeOffset LodgedAt { get; private set; }

    /// <summary>Somebody who had no part in the decision.</summary>
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public AppealOutcome? Outcome { get; private set; }
    public string Answer { get; private set; } = "";

    /// <summary>The last day on which a group may appeal; null before the decisions are out.</summary>
    public static DateOnly? LastDay(Call call) =>
        call.PublishedAt is { } published ? WorkingDays.After(DateOnly.FromDateTime(published.UtcDateTime), call.Rules.AppealDays) : null;

    public void Decide(Guid reviewer, AppealOutcome outcome, string answer, DateTimeOffset now) => (AnsweredBy, Outcome, Answer, AnsweredAt) = (reviewer, outcome, answer, now);
}

/// <summary>What can be wrong with the way to a decision.</summary>
public enum AppealGround
{
    /// <summary>Somebody took part who had a conflict of interest.</summary>
    HiddenInterest,

    /// <summary>The rules that were published before the call were not kept.</summary>
    RulesNotKept,

    /// <summary>The panel was told something about the application that is wrong.</summary>
    WrongFacts,

    /// <summary>There were too few voters, or the votes were counted wrongly.</summary>
    WrongCount,
}

public enum AppealOutcome
{
    /// <summary>None of the grounds: it is not looked into.</summary>
    NotTaken,

    /// <summary>The panel votes again, or the parent panel.</summary>
    Upheld,
    NotUpheld,
}
