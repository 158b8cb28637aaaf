using PB.Data;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>That a pot's last day is over, something is left in it, and its rule is to ask the panel. It stands on the agenda of the fund's meetings until a vote settles it.</summary>
public sealed class PotQuestion
{
    PotQuestion() { }

    public PotQuestion(Guid potId, DateOnly lastDay, DateTimeOffset now) => (Id, PotId, LastDay, AskedAt) = (Ids.New(now), potId, lastDay, now);

    public Guid Id { get; private set; }
    public Guid PotId { get; private set; }
    public DateOnly LastDay { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The newest vote on it; after a tie there can be another.</summary>
    public Guid? VoteId { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether the money stays for another year; if not, it goes back.</summary>
    public bool? Kept { get; private set; }

    public void PutToVote(Guid voteId) => VoteId = voteId;

    public void Settle(bool kept, DateTimeOffset now) => (Kept, SettledAt) = (kept, now);
}

/// <summary>A pot about which the panel is asked.</summary>
/// <param name="Left">What is left in it now.</param>
public sealed record PotAsked(PotQuestion Question, string Name, Money Left);

public static class PotQuestions
{
    /// <summary>Those of a fund that no vote has settled, the oldest first.</summary>
    public static IQueryable<PotQuestion> OpenPotQuestions(this PbContext db, Guid fundId) =>
        db.Set<PotQuestion>().Where(asked => asked.SettledAt == null && db.FundPots.Any(pot => pot.Id == asked.PotId && pot.FundId == fundId)).OrderBy(asked => asked.AskedAt).ThenBy(asked => asked.Id);
}
