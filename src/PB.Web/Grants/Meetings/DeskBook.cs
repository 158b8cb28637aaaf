using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>Puts the room together with what only those see who keep attendance: the adults of the fund, and how far the slips are.</summary>
public sealed class DeskBook(PbContext db, MeetingTools tools, RoomBook book, SlipDesk slips)
{
    internal async Task<RoomPage> PageAsync(Controller controller, MeetingVisit visit, CancellationToken cancel)
    {
        var keeps = visit.Seat is null && await tools.MayAsync(controller, MeetingAct.KeepAttendance, visit);
        return await book.PageAsync(visit, cancel) with
        {
            MayKeepAttendance = keeps,
            Slips = keeps && visit.OpenVote is { } vote ? await slips.StateAsync(vote.Id, cancel) : null,
            Adults = keeps ? await AdultsAsync(visit.Fund.Id, cancel) : [],
        };
    }

    /// <summary>The room once more, with why something was not taken; the caller adds what was typed.</summary>
    internal async Task<RoomPage> AgainAsync(Controller controller, MeetingVisit visit, string problem, CancellationToken cancel) =>
        await PageAsync(controller, visit, cancel) with { Problem = problem };

    async Task<List<Adult>> AdultsAsync(Guid fund, CancellationToken cancel) => await (
        from person in db.Users
        where db.FundAppointments.Any(a => a.FundId == fund && a.PersonId == person.Id && a.Until == null)
        orderby person.Name
        select new Adult(person.Id, person.Name)).ToListAsync(cancel);
}
