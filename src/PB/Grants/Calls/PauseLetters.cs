using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Outbox;

namespace PB.Grants.Calls;

/// <summary>The mails that a call waits for more members of its panel, and that it goes on: to panel and coordinators, and to groups once nobody can apply any more.</summary>
public sealed class PauseLetters(PbContext db, Roster roster, SiteAddress site, IStringLocalizer<PauseLetters> text)
{
    /// <param name="paused">Since when it waits, or waited: the pause that the letters are about.</param>
    public async Task TellAsync(Call call, DateTimeOffset paused, DateTimeOffset now, CancellationToken cancel)
    {
        var members = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value);
        var coordinators = await db.FundAppointments.Where(task => task.FundId == call.FundId && task.Until == null && task.Role == FundRole.YouthWorker).Select(task => task.PersonId).ToListAsync(cancel);
        var groups = now < call.Dates.ClosesAt ? [] : await db.Applications.Where(own => own.CallId == call.Id && own.WithdrawnAt == null && own.FoundIneligibleAt == null && own.EnteredAt != null)
            .Select(own => new { own.LeadId, own.AdultId }).ToListAsync(cancel);
        var inside = members.Concat(coordinators).ToHashSet();
        var outside = groups.SelectMany(group => (Guid[])[group.LeadId, group.AdultId ?? group.LeadId]).Except(inside).ToHashSet();
        var page = site.Of($"funds/{await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel)}/calls/{call.Slug}");
        var key = $"grants/paused/{call.Id}/{paused.ToUnixTimeSeconds()}/{(call.PausedAt is null ? "on" : "off")}";
        foreach (var person in await db.Users.Where(one => one.Email != null && (inside.Contains(one.Id) || outside.Contains(one.Id))).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
        {
            var (subject, words) = Words(call, inside.Contains(person.Id), page);
            db.Messages.Add(new Message($"{key}/{person.Id}", person.Email!, subject, words, DayTime.FromMorning(now, call.TimeZone)));
        }
    }

    (string Subject, string Text) Words(Call call, bool isInside, Uri page) => (call.PausedAt, isInside) switch
    {
        (null, true) => (text["“{0}” goes on", call.Title], text["There are enough members again. Look at the new dates:\n\n{0}", page]),
        (null, false) => (text["“{0}” goes on", call.Title], text["The panel has enough members again, and goes on with what you sent. The new dates are here:\n\n{0}", page]),
        (_, true) => (text["“{0}” waits: the panel needs more members", call.Title], text["There are too few of you on the panel now. Nothing is lost: the marks that you have given stay. It goes on when others have joined, or another panel takes it over.\n\n{0}", page]),
        (_, false) => (text["“{0}”: the decision takes longer", call.Title], text["The panel needs more members before it can go on. You do not need to do anything, and your plan keeps its place. We write to you when it goes on.\n\n{0}", page]),
    };
}
