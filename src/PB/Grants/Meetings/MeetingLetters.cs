using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Outbox;
using PB.Rounds;

namespace PB.Grants.Meetings;

/// <summary>The mails about a meeting: that there is one, that it is tomorrow, and to coordinators that there may be too few. None names what is on.</summary>
public sealed class MeetingLetters(PbContext db, Roster roster, SiteAddress site, IStringLocalizer<MeetingLetters> text)
{
    public async Task InviteAsync(Meeting meeting, Call call, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var person in await PeopleAsync(meeting, call, cancel))
            db.Messages.Add(new Message($"meeting/{meeting.Id}/invite/{person.Id}", person.Address, text["“{0}”: the panel meets", call.Title],
                text["We meet on {0}. Where: {1}.\n\nWhat is on, and what you can read before:\n\n{2}\n\nTell a coordinator if you cannot come, or if you need help to get there.", When(meeting, call), meeting.Place, Page(meeting)], DayTime.FromMorning(now, call.TimeZone)));
    }

    public async Task<IEnumerable<Message>> TomorrowAsync(Meeting meeting, Call call, DateTimeOffset now, CancellationToken cancel) =>
        (await PeopleAsync(meeting, call, cancel)).Select(person => new Message($"meeting/{meeting.Id}/tomorrow/{person.Id}", person.Address, text["“{0}”: the panel meets tomorrow", call.Title],
            text["We meet on {0}. Where: {1}.\n\n{2}\n\nTell a coordinator if you cannot come: some plans need nearly all of you.", When(meeting, call), meeting.Place, Page(meeting)], now));

    public async Task<IEnumerable<Message>> TooFewAsync(Meeting meeting, Call call, DateTimeOffset now, CancellationToken cancel) =>
        (await CoordinatorsAsync(call, cancel)).Select(person => new Message($"meeting/{meeting.Id}/too-few/{person.Id}", person.Address, text["“{0}”: there may be too few tomorrow", call.Title],
            text["The panel meets on {0}. For some of what is on, too few members can take part, whoever comes. The other panel can decide on that, or you invite more members.\n\n{1}", When(meeting, call), Page(meeting)], now));

    async Task<List<To>> PeopleAsync(Meeting meeting, Call call, CancellationToken cancel)
    {
        var seats = (await roster.OfAsync(meeting.PanelId, cancel)).Where(seat => seat.Decides || seat.Watches).Select(seat => seat.Member.PersonId!.Value).ToList();
        var members = await db.Users.Where(one => seats.Contains(one.Id) && one.Email != null).Select(one => new To(one.Id, one.Email!)).ToListAsync(cancel);
        return [.. members, .. await CoordinatorsAsync(call, cancel)];
    }

    Task<List<To>> CoordinatorsAsync(Call call, CancellationToken cancel) => db.Users
        .Where(one => one.Email != null && db.FundAppointments.Any(task => task.FundId == call.FundId && task.PersonId == one.Id && task.Until == null && task.Role == FundRole.YouthWorker))
        .Select(one => new To(one.Id, one.Email!)).ToListAsync(cancel);

    Uri Page(Meeting meeting) => site.Of($"meetings/{meeting.Id}");

    static string When(Meeting meeting, Call call) => LocalTime.ToLocal(meeting.StartsAt, call.TimeZone).ToString("dddd d MMMM, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    sealed record To(Guid Id, string Address);
}
