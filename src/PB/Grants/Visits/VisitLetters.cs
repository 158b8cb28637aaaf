using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Outbox;

namespace PB.Grants.Visits;

/// <summary>The mails about a visit: a day and a place, and no names.</summary>
public sealed class VisitLetters(PbContext db, SiteAddress site, IStringLocalizer<VisitLetters> text)
{
    public async Task PlannedAsync(Visit visit, Application application, Call call, CancellationToken cancel)
    {
        var (day, fund) = (visit.Day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel));
        var visitors = visit.Visitors.Select(visitor => visitor.PersonId).ToList();
        foreach (var person in await db.Users.Where(one => (visitors.Contains(one.Id) || one.Id == application.LeadId || one.Id == application.AdultId) && one.Email != null).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"grants/visit/{visit.Id}/{person.Id}", person.Email!, text["A visit on {0}", day],
                visitors.Contains(person.Id)
                    ? text["You go along on a visit in “{0}” on {1}: {2}. Two adults come with you.\n\nRead more: {3}", call.Title, day, visit.Place, site.Of($"funds/{fund}/applications/{application.Ref}/visits")]
                    : text["Some of the panel of “{0}” want to see you on {1}: {2}. Two adults come with them.\n\nRead more: {3}", call.Title, day, visit.Place, site.Of($"applications/{application.Id}")],
                DayTime.FromMorning(visit.PlannedAt, call.TimeZone)));
    }
}
