using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>The whole minutes, to be read, printed and agreed on by those who were there.</summary>
[Authorize, Route("meetings/{id:guid}/minutes")]
public sealed class MinutesController(PbContext db, MeetingTools tools, MinutesDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.See, cancel);
        if (refusal is not null) return refusal;
        var agreed = await db.Set<MinutesAgreement>().Where(one => one.MeetingId == id).Select(one => one.PersonId).ToListAsync(cancel);
        return View(new MinutesPage(visit!, agreed));
    }

    [HttpPost("agreement")]
    public async Task<IActionResult> Update(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Vote, cancel);
        if (refusal is not null) return refusal;
        var why = await desk.AgreeAsync(id, visit!.PersonId, $"funds/{visit.Fund.Slug}/calls/{visit.Table.Call.Slug}", cancel);
        TempData["Notice"] = why is { } refused ? tools.Text.Of(refused) : tools.Text["Thank you. You agree with the minutes."].Value;
        return Redirect(MeetingPaths.Part(id, "minutes"));
    }
}

/// <param name="Agreed">Who has agreed with them.</param>
public sealed record MinutesPage(MeetingVisit Visit, IReadOnlyList<Guid> Agreed)
{
    public bool MayAgree => Visit.Meeting.ClosedAt is not null && Visit.Meeting.Decided.Contains(Visit.PersonId) && !Agreed.Contains(Visit.PersonId);
}
