using PB.Data;

namespace PB.Grants.Panels;

/// <summary>Whose background check holds.</summary>
public static class AdultChecks
{
    /// <summary>How many days before its end a check is shown as running out, and mails go out.</summary>
    public const int WarningDays = 30;

    /// <summary>The adults whose check holds on a day: only they come into a meeting or a new thread with young people.</summary>
    public static IQueryable<Guid> CheckedAdults(this PbContext db, DateOnly day) =>
        db.AdultChecks.Where(check => check.CheckedOn <= day && day < check.RenewOn).Select(check => check.PersonId);
}
