using PB.Data;
using PB.Grants.Calls;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>A question to the room, open from one moment to another. What was cast in secret lies in the database apart from who voted, in no order and with no time.</summary>
public sealed class Vote
{
    readonly List<VoteLine> lines = [];

    Vote() { }

    public Vote(Guid meetingId, Guid? itemId, (VoteStage Stage, VoteSecrecy Secrecy) how, int quorum, DateTimeOffset now)
    {
        (Id, MeetingId, ItemId, OpenedAt, Quorum) = (Ids.New(now), meetingId, itemId, now, quorum);
        (Stage, Secrecy) = how;
    }

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }

    /// <summary>Null where it is about all that nobody pulled out, or about a pot.</summary>
    public Guid? ItemId { get; private set; }

    public VoteStage Stage { get; private set; }
    public VoteSecrecy Secrecy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>How many had to be there when it opened.</summary>
    public int Quorum { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public int Yes { get; private set; }
    public int No { get; private set; }
    public int Abstain { get; private set; }

    /// <summary>What came out of a vote on an amount, in pence; null for the others.</summary>
    public long? Amount { get; private set; }

    /// <summary>What was approved of each line of the budget, where that was asked.</summary>
    public IReadOnlyList<VoteLine> Lines => lines;

    public YesNo Outcome => new(Yes, No, Abstain);

    public Verdict Verdict => Outcome.Verdict(Quorum);

    /// <summary>Closes a vote by show of hands. One in secret is counted by the database.</summary>
    public void Close(YesNo hands, DateTimeOffset now) => ((Yes, No, Abstain), ClosedAt) = (hands, now);

    public void Settle(Money amount) => Amount = amount.MinorUnits;

    public void Approve(IEnumerable<KeyValuePair<Guid, Money>> approved) => lines.AddRange(approved.Select(line => new VoteLine(Id, line.Key, line.Value)));
}

/// <summary>What the panel approved of one line of a budget; nothing where it refused the line.</summary>
public sealed class VoteLine
{
    VoteLine() { }

    internal VoteLine(Guid voteId, Guid budgetLineId, Money amount) => (VoteId, BudgetLineId, Amount) = (voteId, budgetLineId, amount);

    public Guid VoteId { get; private set; }
    public Guid BudgetLineId { get; private set; }
    public Money Amount { get; private set; }
}

/// <summary>What is asked.</summary>
public enum VoteStage
{
    Fund,

    /// <summary>The same once more, after a tie and a talk.</summary>
    FundAgain,

    /// <summary>How much: each names an amount, and the one in the middle counts.</summary>
    Amount,

    /// <summary>How much: line by line.</summary>
    Lines,

    /// <summary>Whether to offer less than the group said that it needs.</summary>
    OfferAnyway,

    /// <summary>Whether to fund all that are left on the agenda.</summary>
    FundAll,

    /// <summary>Whether what is left in a pot after its last day stays for another year.</summary>
    KeepPot,
}
