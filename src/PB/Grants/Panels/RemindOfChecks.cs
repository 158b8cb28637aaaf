using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Jobs;
using PB.Outbox;

namespace PB.Grants.Panels;

/// <summary>Writes to an adult of a fund, and to its safeguarding leads, thirty days before the adult's background check runs out.</summary>
public sealed class RemindOfChecks(PbContext db, SiteAddress site, IStringLocalizer<RemindOfChecks> text, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (today, soon) = (PanelAges.DayOf(now), PanelAges.DayOf(now).AddDays(AdultChecks.WarningDays));
        var ending = await (
            from check in db.AdultChecks.AsNoTracking()
            where check.RenewOn > today && check.RenewOn <= soon && !db.AdultChecks.Any(later => later.PersonId == check.PersonId && later.RenewOn > check.RenewOn)
            join task in db.FundAppointments on check.PersonId equals task.PersonId
            where task.Until == null
            join fund in db.Funds on task.FundId equals fund.Id
            select new { Check = check, Fund = fund }).Distinct().ToListAsync(cancel);
        foreach (var one in ending)
            await WriteAsync(one.Check, one.Fund, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task WriteAsync(AdultCheck check, Fund fund, DateTimeOffset now, CancellationToken cancel)
    {
        var adult = await db.Users.SingleAsync(person => person.Id == check.PersonId, cancel);
        var leads = await (
            from task in db.FundAppointments
            where task.FundId == fund.Id && task.Until == null && task.Role == FundRole.SafeguardingLead
            join person in db.Users on task.PersonId equals person.Id
            select person.Email!).ToListAsync(cancel);
        foreach (var address in leads.Append(adult.Email!).Distinct())
        {
            var key = $"grants/check/{check.Id}/{fund.Id}/{address}";
            if (!await db.Messages.AnyAsync(message => message.Key == key, cancel))
                db.Messages.Add(new Message(key, address, text["A background check runs out soon"],
                    text["The background check of {0} runs out on {1}. After that they can be in no meeting and no new conversation with young people.\n\n{2}",
                        adult.Name, check.RenewOn.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), site.Of($"funds/{fund.Slug}/adult-checks")], now));
        }
    }
}
