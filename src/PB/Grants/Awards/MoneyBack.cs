using PB.Data;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>A sum that a group owes to the fund, until it came in or was let go.</summary>
public sealed class MoneyBack
{
    MoneyBack() { }

    public MoneyBack(Guid awardId, MoneyBackReason reason, Money due, DateTimeOffset now) =>
        (Id, AwardId, Reason, Due, AskedAt) = (Ids.New(now), awardId, reason, due, now);

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }
    public MoneyBackReason Reason { get; private set; }
    public Money Due { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? WaivedAt { get; private set; }

    /// <summary>The accountable officer; null where it was too little to be asked for.</summary>
    public Guid? WaivedBy { get; private set; }
    public string WhyWaived { get; private set; } = "";
    public Money Received { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public Guid? ReceivedBy { get; private set; }

    public bool IsOpen => WaivedAt is null && ReceivedOn is null;

    public void Waive(Guid? officer, string why, DateTimeOffset now) => (WaivedBy, WhyWaived, WaivedAt) = (officer, why, now);

    public void Receive(Money sum, DateOnly day, Guid finance) => (Received, ReceivedOn, ReceivedBy) = (sum, day, finance);
}

public enum MoneyBackReason
{
    /// <summary>Less was spent than was paid.</summary>
    Underspend,
    Terminated,
    PaidTwice,

    /// <summary>Another organisation takes the grant over.</summary>
    OrganisationGone,
}
