using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.Outbox;

namespace PB.Grants.Meetings;

/// <summary>The mails that ask members about the next on the reserve list. They name no group.</summary>
public sealed class ReserveLetters(PbContext db, Roster roster, SiteAddress site, IStringLocalizer<ReserveLetters> text)
{
    public async Task AskAsync(Call call, ReserveQuestion question, Decision decision, CancellationToken cancel)
    {
        var panel = await db.Set<Meeting>().Where(meeting => meeting.Id == decision.MeetingId).Select(meeting => meeting.PanelId).SingleAsync(cancel);
        var conflicts = await db.InConflict(decision.ApplicationId).ToListAsync(cancel);
        var members = (await roster.ActiveAsync(panel, cancel)).Select(seat => seat.Member.PersonId!.Value).Except(conflicts).ToList();
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        foreach (var person in await db.Users.Where(one => members.Contains(one.Id)).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"reserve/{question.Id}/{person.Id}", person.Email!, text["“{0}”: there is money again", call.Title],
                text["There is money again in “{0}”. Say whether the next group on the waiting list gets it:\n\n{1}", call.Title, site.Of($"funds/{fund}/calls/{call.Slug}/reserve")], question.AskedAt));
    }
}
