using PB.Data;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>What the panel decided on an application. It follows from closed votes by rule; nobody enters an amount, and nobody changes it.</summary>
/// <remarks>A later one on the same application, after it was sent back or put off, stands beside the earlier; the last one holds.</remarks>
public sealed class Decision
{
    readonly List<DecisionPart> parts = [];

    Decision() { }

    public Decision(Item item, Vote vote, DecisionDraft draft, Guid? declaredBy, DateTimeOffset now)
    {
        (Id, ItemId, ApplicationId, MeetingId, VoteId) = (Ids.New(now), item.Id, item.ApplicationId, item.MeetingId, vote.Id);
        (Outcome, Amount, BelowViable) = (draft.Outcome, draft.Amount, draft.BelowViable);
        (Reason, ReasonToGroup) = (draft.Words.Reason, draft.Words.ReasonToGroup);
        (DeclaredBy, DecidedAt) = (declaredBy, now);
        (ResultId, PublicVotes) = (draft.Public?.ResultId, draft.Public?.Votes);
        parts.AddRange(draft.Shares.Select(share => new DecisionPart(Id, share)));
    }

    public Guid Id { get; private set; }
    public Guid ItemId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid MeetingId { get; private set; }

    /// <summary>The vote on whether to fund it.</summary>
    public Guid VoteId { get; private set; }

    public DecisionOutcome Outcome { get; private set; }

    /// <summary>What the group gets, or would get from the reserve list; nothing where it gets nothing.</summary>
    public Money Amount { get; private set; }

    /// <summary>The group said that it needs more: the offer asks whether it can do it with this.</summary>
    public bool BelowViable { get; private set; }

    /// <summary>Why, for everybody to read.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What only the group is told.</summary>
    public string ReasonToGroup { get; private set; } = "";

    /// <summary>Who led the meeting; null where people decided by their votes.</summary>
    public Guid? DeclaredBy { get; private set; }

    /// <summary>The count that it follows from, where people decided among those that the panel had chosen.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>How many people voted for it there.</summary>
    public int? PublicVotes { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>When the accountable officer signed it.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    public Guid? SignedBy { get; private set; }

    /// <summary>When the group and everybody else were told.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When an offer took the money out of the pots: until then it is promised.</summary>
    public DateTimeOffset? CommittedAt { get; private set; }

    /// <summary>Which pots pay.</summary>
    public IReadOnlyList<DecisionPart> Parts => parts;

    public bool IsFunded => Outcome is DecisionOutcome.Fund or DecisionOutcome.Part;

    public bool IsSameAs(Decision other) => (Outcome, Amount) == (other.Outcome, other.Amount);

    public void Sign(Guid officer, DateTimeOffset now) => (SignedBy, SignedAt) = (officer, now);

    public void Release(DateTimeOffset now) => ReleasedAt ??= now;

    public void Commit(DateTimeOffset now) => CommittedAt ??= now;
}

/// <summary>What one pot pays of a decision.</summary>
public sealed class DecisionPart
{
    DecisionPart() { }

    internal DecisionPart(Guid decisionId, PotShare share) => (DecisionId, PotId, Amount) = (decisionId, share.PotId, share.Amount);

    public Guid DecisionId { get; private set; }
    public Guid PotId { get; private set; }
    public Money Amount { get; private set; }
}

public enum DecisionOutcome
{
    /// <summary>All that was asked for.</summary>
    Fund,

    /// <summary>Some of it.</summary>
    Part,

    /// <summary>The panel wants it, and the money is gone.</summary>
    Reserve,
    No,
}

/// <summary>What came out of the votes, as the rules say it.</summary>
public sealed record DecisionDraft(DecisionOutcome Outcome, Money Amount, IReadOnlyList<PotShare> Shares, bool BelowViable, DecisionWords Words)
{
    /// <summary>What people voted, where they decide; null where the panel does.</summary>
    public PeoplesVote? Public { get; init; }
}

/// <summary>How many people voted for a plan, by which count.</summary>
public sealed record PeoplesVote(Guid ResultId, int Votes);

/// <summary>Why, in the panel's words.</summary>
public sealed record DecisionWords(string Reason, string ReasonToGroup);
