using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;
using PB.Rounds;

namespace PB.Grants.Calls;

/// <summary>The mails about a call as a whole.</summary>
public sealed class CallLetters(PbContext db, SiteAddress site, IStringLocalizer<CallLetters> text)
{
    public Message Step(Call call, CallStep step, (string Address, bool IsPanel) to, DateTimeOffset now) => new($"grants/call/{call.Id}/{step}/{to.Address}", to.Address,
        step switch
        {
            CallStep.Open => text["“{0}” is open", call.Title],
            CallStep.LastWeek => text["“{0}” closes in a week", call.Title],
            CallStep.LastDay => text["“{0}” closes tomorrow", call.Title],
            CallStep.Closed => text["“{0}” has closed", call.Title],
        },
        (step, to.IsPanel) switch
        {
            (CallStep.Open, _) => text["Groups can send their plans until {0}. Tell others about it.\n\n{1}", Closes(call), site.Of("funds")],
            (CallStep.Closed, true) => text["Nobody can apply any more. Coordinators check what came in; then it is your turn.\n\n{0}", site.Of("funds")],
            (CallStep.Closed, false) => text["The plan that you were writing was not sent in time. Nothing of it is lost: it can be taken along to the next call.\n\n{0}", site.Of("funds")],
            (_, true) => text["Groups can send their plans until {0}. Does a group that you know need a push?\n\n{1}", Closes(call), site.Of("funds")],
            _ => text["The plan that you are in is not sent yet. The team sends it by {0}, and then the adult signs it.\n\n{1}", Closes(call), site.Of("funds")],
        }, now);

    static string Closes(Call call) => LocalTime.ToLocal(call.Dates.ClosesAt!.Value, call.TimeZone).ToString("dddd d MMMM, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    public async Task CancelledAsync(Call call, IReadOnlyCollection<Guid> people, DateTimeOffset now, CancellationToken cancel)
    {
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        foreach (var person in await db.Users.Where(one => people.Contains(one.Id) && one.Email != null).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"grants/cancelled/{call.Id}/{person.Id}", person.Email!, text["“{0}” is cancelled", call.Title],
                text["We are sorry: “{0}” does not go on.\n\nWhy: {1}\n\nWhat you wrote is not lost. You can take it along to another call:\n\n{2}", call.Title, call.CancelledBecause, site.Of($"funds/{fund}/calls/{call.Slug}")],
                DayTime.FromMorning(now, call.TimeZone)));
    }
}
