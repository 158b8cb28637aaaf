using PB.Rounds;
using PB.Tally;

namespace PB.Grants.Calls;

/// <summary>When what happens in a call; half open, to the second.</summary>
public sealed record CallDates
{
    /// <summary>How long after the close the adult of an application may still sign it.</summary>
    public static readonly TimeSpan AdultGrace = TimeSpan.FromHours(48);

    public DateTimeOffset? OpensAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public DateTimeOffset? MarkingClosesAt { get; init; }
    public DateTimeOffset? MeetingOn { get; init; }
    public DateTimeOffset? PublishesAt { get; init; }

    /// <summary>From when on an adult is too late to sign.</summary>
    public DateTimeOffset? AdultsUntil => ClosesAt + AdultGrace;

    public bool AreInOrder => OpensAt < ClosesAt && AdultsUntil < MarkingClosesAt && MarkingClosesAt <= MeetingOn && MeetingOn < PublishesAt;

    /// <summary>The dates after the panel's time stood still: those of the panel that had not come when it stopped are that many whole days later. The groups' own dates stay.</summary>
    internal CallDates PutOff(DateTimeOffset paused, DateTimeOffset now, string zone)
    {
        var days = (int)Math.Ceiling((now - (paused > AdultsUntil ? paused : AdultsUntil!.Value)).TotalDays);
        return days <= 0 ? this : this with { MarkingClosesAt = Later(MarkingClosesAt), MeetingOn = Later(MeetingOn), PublishesAt = Later(PublishesAt) };

        DateTimeOffset? Later(DateTimeOffset? date) => date is not { } moment || moment <= paused ? date
            : LocalTime.TryToMoment(LocalTime.ToLocal(moment, zone).AddDays(days), zone, out var later, out _) ? later : moment.AddDays(days);
    }
}

/// <summary>How much a group can ask for.</summary>
public sealed record CallMoney
{
    public Money MinAward { get; init; }
    public Money MaxAward { get; init; }

    /// <summary>The most that one thing on the budget may cost; null where there is no limit.</summary>
    public Money? PerItemCap { get; init; }

    /// <summary>The most that one organisation can be given in twelve months from the whole fund; null where there is no limit.</summary>
    public Money? PerHostCap12Months { get; init; }
}

/// <summary>How the panel marks and decides; printed before the call opens.</summary>
public sealed record CallRules
{
    /// <summary>How many members mark each application at the least.</summary>
    public int MinCards { get; init; } = 3;

    /// <summary>Whether the averages are also shown corrected for members who give higher or lower marks than others.</summary>
    public bool AdjustMarks { get; init; } = true;

    public GrantTieRule Ties { get; init; } = GrantTieRule.NotNow;
    public AllocationRule Allocation { get; init; } = AllocationRule.SkipAndFill;
    public VoteSecrecy Secrecy { get; init; } = VoteSecrecy.Secret;
    public DecisionMode Mode { get; init; } = DecisionMode.PanelVote;

    /// <summary>Working days after the decision in which a group can say that the process went wrong.</summary>
    public int AppealDays { get; init; } = 10;
}

public enum GrantTieRule
{
    NotNow,
    Chair,
    DrawLots,
}

/// <summary>What happens when the money runs out.</summary>
public enum AllocationRule
{
    /// <summary>Stop at the first that does not fit.</summary>
    StrictOrder,

    /// <summary>Go on to smaller ones.</summary>
    SkipAndFill,
}

public enum VoteSecrecy
{
    Secret,
    Hands,
}

public enum DecisionMode
{
    PanelVote,
    PanelThenPublicVote,

    /// <summary>There is enough for all that fit the rules: one vote on all of them.</summary>
    AllEligible,
}
