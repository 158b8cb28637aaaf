using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>The mails that ask for a report.</summary>
public sealed class ReportLetters(PbContext db, SiteAddress site, IStringLocalizer<ReportLetters> text)
{
    /// <param name="report">One that is not in.</param>
    /// <param name="day">Days from the due day: -14, 0, 7, 21 or 42.</param>
    /// <param name="now">The time of writing.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task RemindAsync(Report report, int day, DateTimeOffset now, CancellationToken cancel)
    {
        var award = await db.Awards.AsNoTracking().SingleAsync(a => a.Id == report.AwardId, cancel);
        var fund = await db.Funds.AsNoTracking().SingleAsync(f => f.Id == award.FundId, cancel);
        var to = await db.AddressesOfGroupAsync(award.ApplicationId, cancel);
        if (day > 0)
            to.AddRange(await db.AddressesOfAsync(fund.Id, FundRole.YouthWorker, now, cancel));
        if (day >= Latenesses.BlocksAfterDays)
            to.AddRange(await db.AddressesOfAsync(fund.Id, FundRole.AccountableOfficer, now, cancel));
        foreach (var address in to.Distinct())
            db.Messages.Add(new Message(string.Create(CultureInfo.InvariantCulture, $"report/{report.Id}/{report.OutstandingOn:yyyy-MM-dd}/{day}/{address}"), address,
                Subject(award.Ref, day), report.IsQueried ? Reminder(report, site.Of($"funds/{fund.Slug}/awards/{award.Ref}/report")) : Body(day, report.DueOn, site.Of($"funds/{fund.Slug}/awards/{award.Ref}")), now));
    }

    /// <summary>Tells the group that a coordinator wants to know more before the report is accepted.</summary>
    public async Task AskedAsync(Report report, Award award, DateTimeOffset now, CancellationToken cancel)
    {
        var fund = await db.Funds.Where(one => one.Id == award.FundId).Select(one => one.Slug).SingleAsync(cancel);
        foreach (var address in await db.AddressesOfGroupAsync(award.ApplicationId, cancel))
            db.Messages.Add(new Message(string.Create(CultureInfo.InvariantCulture, $"report-asked/{report.Id}/{now.UtcTicks}/{address}"), address,
                text["A question about your report: {0}", award.Ref], Reminder(report, site.Of($"funds/{fund}/awards/{award.Ref}/report")), now));
    }

    string Reminder(Report report, Uri address) =>
        text["We have read your report, and ask you something about it. Please answer by {0}:\n\n{1}", report.OutstandingOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), address];

    string Subject(string reference, int day) => day switch
    {
        < 0 => text["Your report is due in two weeks: {0}", reference],
        0 => text["Your report is due today: {0}", reference],
        _ => text["A report is {0} days late: {1}", day, reference],
    };

    string Body(int day, DateOnly due, Uri address)
    {
        var when = due.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        return day >= Latenesses.BlocksAfterDays
            ? text["The report was due on {0}. Until it is in, the organisation gets no new grant.\n\nWrite it here: {1}", when, address]
            : text["Tell us what happened, how many young people came and what the money went on. It is due on {0}.\n\nWrite it here: {1}", when, address];
    }
}
