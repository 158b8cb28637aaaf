using PB.Data;
using PB.Journal;

namespace PB.Grants.Panels;

/// <summary>Writes down that an adult's background check was seen. Nobody writes down their own.</summary>
public sealed class CheckDesk(PbContext db, TimeProvider clock)
{
    /// <param name="adult">Whose check it is, and what they are called.</param>
    /// <param name="scheme">Who made it.</param>
    /// <param name="days">When it was made, and the first day on which it does not count any more.</param>
    /// <param name="by">The safeguarding lead who saw it, and where the journal says so.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Why it is not written down.</returns>
    public async Task<CheckRefusal?> RecordAsync((Guid Id, string Name) adult, CheckScheme scheme, CheckedDays days, (Guid Id, string Subject) by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (adult.Id == by.Id)
            return CheckRefusal.Own;
        if (days.CheckedOn > PanelAges.DayOf(now) || days.RenewOn <= days.CheckedOn)
            return CheckRefusal.DaysOutOfOrder;
        db.AdultChecks.Add(new AdultCheck(adult.Id, scheme, days, by.Id, now));
        db.Journal.Add(new JournalEntry(by.Id, "Saw an adult’s background check", by.Subject, "", now).About(adult.Name));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}

public enum CheckRefusal
{
    Own,
    DaysOutOfOrder,
}
