using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Rounds;
using PB.Web.Grants.Marking;

namespace PB.Web.Grants.Meetings;

/// <summary>Calling a meeting: what the panel has still to decide goes on its agenda.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/meetings/new")]
public sealed class PlannedMeetingController(PbContext db, CallDoor door, AgendaDesk desk, MeetingTools tools) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, call, new PlannedMeetingForm(), cancel);
        if (refusal is not null) return refusal;
        form!.StartsAt = LocalTime.ToLocal(form.Visit.Call.Dates.MeetingOn!.Value, form.Visit.Call.TimeZone);
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, PlannedMeetingForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, call, typed, cancel);
        if (refusal is not null) return refusal;
        var visit = form!.Visit;
        if (!LocalTime.TryToMoment(form.StartsAt, visit.Call.TimeZone, out var starts, out _)) ModelState.AddModelError(nameof(form.StartsAt), tools.Text["Choose another hour"]);
        if (!ModelState.IsValid) return View("New", form);
        var panel = form.ByParent && form.Parent is { } parent ? parent.Id : visit.Call.PanelId;
        var plan = new MeetingPlan(starts, form.Place!.Trim(), RandomNumberGenerator.GetHexString(16, lowercase: true), visit.PersonId);
        var (meeting, why) = await desk.CallAsync(visit.Call, panel, plan, MarkingPaths.Call(visit)[1..], cancel);
        if (why is not { } refused) return Redirect(MeetingPaths.Of(meeting!.Value));
        ModelState.AddModelError("", tools.Text.Of(refused));
        form.IsThin = refused is CallingRefusal.TooFewCards;
        return View("New", form);
    }

    async Task<(PlannedMeetingForm? Form, IActionResult? Refusal)> OpenAsync(string fund, string call, PlannedMeetingForm form, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await tools.RefuseAsync(this, MeetingAct.KeepAttendance, visit) is { } refusal) return (null, refusal);
        (form.Visit, form.Parent) = (visit!, await db.ParentOfAsync(visit!.Call.PanelId, cancel));
        return (form, null);
    }
}

public sealed class PlannedMeetingForm
{
    [Display(Name = "When?")]
    public DateTime StartsAt { get; set; }

    [Display(Name = "Where?")]
    [Required(ErrorMessage = "Say where you meet")]
    [StringLength(200, ErrorMessage = "Write the place in 200 characters or fewer")]
    public string? Place { get; set; }

    [Display(Name = "It is a meeting of the other panel, about what was handed to it")]
    public bool ByParent { get; set; }

    /// <summary>Whether fewer than promised have marked some of them.</summary>
    internal bool IsThin { get; set; }

    internal CallVisit Visit { get; set; } = null!;

    internal PB.Grants.Panels.Panel? Parent { get; set; }
}
