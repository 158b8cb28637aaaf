using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Panels;
using PB.Outbox;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>The mails that there is less money than a call was announced with: to its panel, and to groups before anything is decided.</summary>
public sealed class CutLetters(PbContext db, Roster roster, SiteAddress site, IStringLocalizer<CutLetters> text)
{
    /// <param name="potId">The pot that was cut.</param>
    /// <param name="amount">By how much.</param>
    /// <param name="cut">Why, as the ledger says it; and when: a second cut has mails of its own.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task TellAsync(Guid potId, Money amount, (string Reason, DateTimeOffset Now) cut, CancellationToken cancel)
    {
        foreach (var call in await db.CallsUnderWay(potId).ToListAsync(cancel))
        {
            var members = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value);
            var groups = await db.Applications.Where(own => own.CallId == call.Id && own.WithdrawnAt == null && own.FoundIneligibleAt == null).Select(own => new { own.LeadId, own.AdultId }).ToListAsync(cancel);
            var people = members.Concat(groups.SelectMany(group => (Guid[])[group.LeadId, group.AdultId ?? group.LeadId])).ToHashSet();
            var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
            foreach (var person in await db.Users.Where(one => people.Contains(one.Id) && one.Email != null).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
                db.Messages.Add(new Message($"grants/cut/{potId}/{cut.Now.UtcTicks}/{call.Id}/{person.Id}", person.Email!, text["“{0}”: there is less money", call.Title],
                    text["There is {0} less to give away than before. Nothing is decided yet.\n\nWhy: {1}\n\n{2}", amount.InPounds(), cut.Reason, site.Of($"funds/{fund}/calls/{call.Slug}")], DayTime.FromMorning(cut.Now, call.TimeZone)));
        }
    }
}

static class CallsOfAPot
{
    /// <summary>The calls that were announced with this pot and have not told their decisions.</summary>
    public static IQueryable<Calls.Call> CallsUnderWay(this PbContext db, Guid potId) =>
        db.Calls.Where(call => call.AnnouncedAt != null && call.PublishedAt == null && call.CancelledAt == null && call.Pots.Any(pot => pot.PotId == potId)).OrderBy(call => call.Id);
}
