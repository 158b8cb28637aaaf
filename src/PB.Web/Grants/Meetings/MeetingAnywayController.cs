using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Web.Grants.Marking;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>What fewer have marked than the call promised: the chair and a youth worker say why it is talked about all the same.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/meetings/anyway")]
public sealed class MeetingAnywayController(PbContext db, CallDoor door, ThinlyMarked thin, MeetingTools tools) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        return refusal ?? View(page);
    }

    [HttpPost("{reference}")]
    public async Task<IActionResult> Create(string fund, string call, string reference, string? because, [FromServices] MeetingAnywayDesk desk, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        if (refusal is not null) return refusal;
        if (page!.Lines.SingleOrDefault(one => one.Application.Ref == reference) is not { } line) return NotFound();
        var words = Typed.Lines(because);
        if (words.Length is 0 or > 500)
        {
            ModelState.AddModelError($"because-{reference}", tools.Text["Say why, in 500 characters or fewer"]);
            return View("Index", page with { Typed = (reference, words) });
        }

        await desk.SayAsync(page.Visit.Call, line, (page.Visit.PersonId, page.As, words), cancel);
        TempData["Notice"] = tools.Text["Kept. It takes both of you, and it goes into the minutes."].Value;
        return Redirect(MeetingPaths.Anyway(fund, call));
    }

    async Task<(MeetingAnywayPage? Page, IActionResult? Refusal)> OpenAsync(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        var leads = await tools.RefuseAsync(this, MeetingAct.Lead, visit) is null;
        if (!leads && await tools.RefuseAsync(this, MeetingAct.KeepAttendance, visit) is { } refusal) return (null, refusal);
        if (!visit!.IsClosed) return (null, NotFound());
        var known = await db.KnownTo(visit.Call.Id, visit.Reader).Select(own => own.Id).ToListAsync(cancel);
        var lines = (await thin.OfAsync(visit.Call, cancel)).Where(line => known.Contains(line.Application.Id)).ToList();
        return (new MeetingAnywayPage(visit, lines, leads ? GrantRole.Chair : GrantRole.YouthWorker), null);
    }
}

/// <param name="Lines">Those of which the reader may know.</param>
/// <param name="As">As whom the reader speaks: chair or youth worker.</param>
public sealed record MeetingAnywayPage(CallVisit Visit, IReadOnlyList<ThinLine> Lines, GrantRole As)
{
    public (string Reference, string Because) Typed { get; init; }
}
