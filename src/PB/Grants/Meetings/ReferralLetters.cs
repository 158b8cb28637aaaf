using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Outbox;

namespace PB.Grants.Meetings;

/// <summary>The mails that a decision was sent back, and what came of it: to the panel and coordinators who may know of it. The group hears only that it takes longer.</summary>
public sealed class ReferralLetters(PbContext db, Roster roster, SiteAddress site, IStringLocalizer<ReferralLetters> text)
{
    public async Task RaisedAsync(Decision decision, DateTimeOffset now, CancellationToken cancel)
    {
        await TellAsync(decision, "back", text["A decision came back to the panel"], text["The council sent a decision of the panel back, and says why. You look at it again in the next meeting, and you decide."].Value, now, cancel);
        var (own, call) = await AboutAsync(decision, cancel);
        foreach (var address in (await db.AddressesOfGroupAsync(own.Id, cancel)).Distinct())
            db.Messages.Add(new Message($"referral/{decision.Id}/longer/{address}", address, text["“{0}”: the decision takes longer", own.Title],
                text["The decision on “{0}” takes longer than we said. You do not need to do anything. We write to you as soon as it is final.\n\n{1}", own.Title, site.Of($"applications/{own.Id}")], DayTime.FromMorning(now, call.TimeZone)));
    }

    public Task WithdrawnAsync(Decision decision, DateTimeOffset now, CancellationToken cancel) =>
        TellAsync(decision, "withdrawn", text["A decision stands as you made it"], text["The council took back that it had sent a decision back. What the panel decided stands."].Value, now, cancel);

    public Task RefusedAsync(Decision decision, DateTimeOffset now, CancellationToken cancel) =>
        TellAsync(decision, "refused", text["The council does not pay for a decision"], text["The panel decided the same twice, and the council does not pay. It has to say why in public."].Value, now, cancel);

    async Task TellAsync(Decision decision, string which, string subject, string words, DateTimeOffset now, CancellationToken cancel)
    {
        var (own, call) = await AboutAsync(decision, cancel);
        var panel = await db.Set<Meeting>().Where(meeting => meeting.Id == decision.MeetingId).Select(meeting => meeting.PanelId).SingleAsync(cancel);
        var coordinators = await db.FundAppointments.Where(task => task.FundId == call.FundId && task.Until == null && task.Role == FundRole.YouthWorker).Select(task => task.PersonId).ToListAsync(cancel);
        var people = (await roster.ActiveAsync(panel, cancel)).Select(seat => seat.Member.PersonId!.Value).Concat(coordinators).Except(await db.InConflict(own.Id).ToListAsync(cancel)).ToHashSet();
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        foreach (var person in await db.Users.Where(one => people.Contains(one.Id) && one.Email != null).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"referral/{decision.Id}/{which}/{person.Id}", person.Email!, subject, $"{words}\n\n{site.Of($"funds/{fund}/calls/{call.Slug}/panel-decisions")}", DayTime.FromMorning(now, call.TimeZone)));
    }

    async Task<(Application Own, Call Call)> AboutAsync(Decision decision, CancellationToken cancel)
    {
        var own = await db.Applications.AsNoTracking().SingleAsync(one => one.Id == decision.ApplicationId, cancel);
        return (own, await db.Calls.AsNoTracking().SingleAsync(call => call.Id == own.CallId, cancel));
    }
}
