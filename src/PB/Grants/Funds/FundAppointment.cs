using PB.Data;

namespace PB.Grants.Funds;

/// <summary>Somebody's task in a fund, from one moment to another.</summary>
public sealed class FundAppointment
{
    FundAppointment() { }

    public FundAppointment(Guid fundId, Guid personId, FundRole role, Guid appointedBy, DateTimeOffset now) =>
        (Id, FundId, PersonId, Role, AppointedBy, From) = (Ids.New(now), fundId, personId, role, appointedBy, now);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public Guid PersonId { get; private set; }
    public FundRole Role { get; private set; }
    public Guid AppointedBy { get; private set; }
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset? Until { get; private set; }

    public void End(DateTimeOffset now) => Until ??= now;
}

/// <summary>The adults of a fund. One person may have several tasks; on one payment no two of them.</summary>
public enum FundRole
{
    /// <summary>Coordinates: sets the fund up, looks after the panel, checks applications. Two at least.</summary>
    YouthWorker,
    SafeguardingLead,
    FinanceOfficer,

    /// <summary>Signs for the accountable body; can send a decision back, and never change an amount.</summary>
    AccountableOfficer,

    /// <summary>Reads, and changes nothing.</summary>
    Auditor,
}
