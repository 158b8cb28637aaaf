using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>Who comes and goes, as a youth worker writes it down.</summary>
[Authorize, Route("meetings/{id:guid}/attendance")]
public sealed class AttendanceController(PbContext db, MeetingTools tools, MeetingDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, [FromForm] Guid[] people, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        foreach (var person in people)
            if (await WhoAsync(visit!, person, cancel) is { } who && await desk.ComeAsync(id, (person, who.Name, who.Kind), cancel) is { } why)
                return tools.Back(this, visit!, why);
        return tools.Back(this, visit!, null);
    }

    [HttpPost("end")]
    public async Task<IActionResult> Destroy(Guid id, [FromForm] Guid person, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        return tools.Back(this, visit!, await WhoAsync(visit!, person, cancel) is { } who ? await desk.GoAsync(id, (person, who.Name), cancel) : MeetingRefusal.PageIsOld);
    }

    async Task<(string Name, AttendanceKind Kind)?> WhoAsync(MeetingVisit visit, Guid person, CancellationToken cancel)
    {
        if (visit.Table.Seats.SingleOrDefault(seat => seat.Member.PersonId == person && (seat.Decides || seat.Watches)) is { } seat)
            return (seat.Member.DisplayName, seat.Decides ? AttendanceKind.Member : AttendanceKind.Observer);
        var name = await db.Users.Where(u => u.Id == person && db.FundAppointments.Any(a => a.FundId == visit.Fund.Id && a.PersonId == person && a.Until == null)).Select(u => u.Name).SingleOrDefaultAsync(cancel);
        return name is null ? null : (name, AttendanceKind.Adult);
    }
}
