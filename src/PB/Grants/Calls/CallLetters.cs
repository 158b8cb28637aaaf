using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;

namespace PB.Grants.Calls;

/// <summary>The mails about a call as a whole.</summary>
public sealed class CallLetters(PbContext db, SiteAddress site, IStringLocalizer<CallLetters> text)
{
    public async Task CancelledAsync(Call call, IReadOnlyCollection<Guid> people, DateTimeOffset now, CancellationToken cancel)
    {
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        foreach (var person in await db.Users.Where(one => people.Contains(one.Id) && one.Email != null).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"grants/cancelled/{call.Id}/{person.Id}", person.Email!, text["“{0}” is cancelled", call.Title],
                text["We are sorry: “{0}” does not go on.\n\nWhy: {1}\n\nWhat you wrote is not lost. You can take it along to another call:\n\n{2}", call.Title, call.CancelledBecause, site.Of($"funds/{fund}/calls/{call.Slug}")],
                DayTime.FromMorning(now, call.TimeZone)));
    }
}
