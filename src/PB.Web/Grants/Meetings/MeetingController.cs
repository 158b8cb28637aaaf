using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Web.People;

namespace PB.Web.Grants.Meetings;

/// <summary>The meetings that somebody has a part in, and the room of one: on a phone, at the desk and for the chair the same page.</summary>
[Authorize]
[Route("meetings")]
public sealed class MeetingController(PbContext db, MeetingTools tools, DeskBook desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var (person, adult) = (User.Id()!.Value, User.HasSecondFactor());
        return View(await (
            from meeting in db.Set<Meeting>()
            join call in db.Calls on meeting.CallId equals call.Id
            where db.PanelMembers.Any(m => m.PanelId == meeting.PanelId && m.PersonId == person && m.LeftAt == null)
                || adult && db.FundAppointments.Any(a => a.FundId == call.FundId && a.PersonId == person && a.Until == null && a.Role != FundRole.AccountableOfficer && a.Role != FundRole.FinanceOfficer)
            orderby meeting.StartsAt descending
            select new MeetingListLine(meeting.Id, call.Title, meeting.Place, meeting.StartsAt, call.TimeZone, meeting.ClosedAt != null)).Take(50).ToListAsync(cancel));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.See, cancel);
        if (refusal is not null) return refusal;
        return View(await desk.PageAsync(this, visit!, cancel) with { Problem = TempData["Problem"] as string, Kept = TempData["Kept"] as string });
    }
}

public sealed record MeetingListLine(Guid Id, string Call, string Place, DateTimeOffset StartsAt, string TimeZone, bool IsOver);
