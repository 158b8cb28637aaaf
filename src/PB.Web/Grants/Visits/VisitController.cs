using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Marking;
using PB.Grants.Visits;
using PB.Web.Grants.Marking;
using PB.Web.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Visits;

/// <summary>Members go and see a group, with two adults. Coordinators plan it; the panel reads what was seen.</summary>
[Authorize, Route("funds/{fund}/applications/{reference}/visits")]
public sealed class VisitController(PbContext db, CallDoor door, MeetingTools tools, VisitDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string reference, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, reference), new VisitForm(), MeetingAct.See, cancel);
        return refusal ?? View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, VisitForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, reference), typed, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && await desk.PlanAsync(form!.Visit.Call, form.Application, form.Read(), form.Visit.PersonId, cancel) is { } why)
            ModelState.AddModelError("", tools.Text.Of(why));
        return ModelState.IsValid ? Done(form!, "The visit is planned. Everybody who goes along has a letter.") : View("Index", form);
    }

    /// <summary>What was seen, or that nobody goes.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string reference, Guid id, string? notes, bool callsOff, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, reference), new VisitForm(), MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        if (form!.All.All(visit => visit.Id != id)) return NotFound();
        var (words, me) = (Typed.Lines(notes), form.Visit.PersonId);
        if (!callsOff && words.Length is 0 or > 2000)
            ModelState.AddModelError($"notes-{id}", tools.Text["Say what you saw, in 2,000 characters or fewer"]);
        else if ((callsOff ? await desk.CallOffAsync(id, form.Application, me, cancel) : await desk.NoteAsync(id, form.Application, words, me, cancel)) is { } why)
            ModelState.AddModelError("", tools.Text.Of(why));
        if (ModelState.IsValid) return Done(form, callsOff ? "The visit is called off." : "Kept. The panel can read it.");
        form.Noting = (id, words);
        return View("Index", form);
    }

    RedirectResult Done(VisitForm form, string notice)
    {
        TempData["Notice"] = tools.Text[notice].Value;
        return Redirect(form.Path);
    }

    // Whoever has a conflict finds no trace of it here either.
    async Task<(VisitForm? Form, IActionResult? Refusal)> OpenAsync((string Fund, string Reference) at, VisitForm form, MeetingAct act, CancellationToken cancel)
    {
        var call = await db.Calls.Where(one => db.Applications.Any(own => own.CallId == one.Id && own.Ref == at.Reference)).Select(one => one.Slug).SingleOrDefaultAsync(cancel);
        var visit = call is null ? null : await door.OpenAsync(User, at.Fund, call, cancel);
        if (await tools.RefuseAsync(this, act, visit) is { } refusal) return (null, refusal);
        if (await db.KnownTo(visit!.Call.Id, visit.Reader).AsNoTracking().SingleOrDefaultAsync(own => own.Ref == at.Reference, cancel) is not { } application) return (null, NotFound());
        (form.Visit, form.Application) = (visit, application);
        form.MayPlan = await tools.RefuseAsync(this, MeetingAct.KeepAttendance, visit) is null;
        form.All = await db.Set<Visit>().AsNoTracking().Include(one => one.Visitors).Where(one => one.ApplicationId == application.Id).OrderByDescending(one => one.Day).ToListAsync(cancel);
        if (form.MayPlan)
            (form.Members, form.Adults) = await ChoicesAsync(visit, application, cancel);
        return (form, null);
    }

    async Task<(IReadOnlyList<Choice> Members, IReadOnlyList<Choice> Adults)> ChoicesAsync(CallVisit visit, Application application, CancellationToken cancel)
    {
        var members = await db.PanelMembers.Where(one => one.PanelId == visit.Call.PanelId && one.LeftAt == null && one.RestedAt == null && one.PersonId != null && !db.InConflict(application.Id).Contains(one.PersonId.Value))
            .OrderBy(one => one.DisplayName).Select(one => new { one.PersonId, one.DisplayName }).ToListAsync(cancel);
        var adults = await db.Users.Where(person => person.Id != application.AdultId && db.FundAppointments.Any(task => task.FundId == visit.Fund.Id && task.PersonId == person.Id && task.Until == null))
            .OrderBy(person => person.Name).Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        return ([.. members.Select(one => new Choice($"{one.PersonId}", one.DisplayName))], [.. adults.Select(one => new Choice($"{one.Id}", one.Name))]);
    }
}
