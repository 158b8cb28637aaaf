using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>Somebody says how they stand to an application: nothing to do with it, I know them, or a conflict of interest.</summary>
[Route("funds/{fund}/calls/{call}/reading/{reference}/interest")]
public sealed class InterestController(GrantTools tools, InterestDesk desk) : GrantController(tools)
{
    const string Question = "/Grants/Applications/Reading/Declare.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, string reference, CancellationToken cancel)
    {
        var form = new InterestForm();
        return await OpenAsync((fund, call, reference), form, cancel) ?? View(Question, form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, string reference, InterestForm form, CancellationToken cancel)
    {
        if (await OpenAsync((fund, call, reference), form, cancel) is { } refusal) return refusal;
        if (form.Level is null)
            ModelState.AddModelError("", Text["Press one of the three: nothing was chosen."]);
        if (!ModelState.IsValid) return View(Question, form);
        if (await desk.DeclareAsync(form.Line.Id, Me, new ConflictWords(form.Level!.Value, form.Level is ConflictLevel.Conflict ? form.Reason : null, form.Note ?? ""), cancel) is InterestRefusal.NoReason)
        {
            ModelState.AddModelError(nameof(form.Reason), Text["Choose why. Only the coordinators and the chair read it."]);
            return View(Question, form);
        }

        var reads = await MayAsync(form.Call, GrantThing.OwnCard, GrantVerb.Write, GrantCondition.Practice);
        return form.Level is ConflictLevel.Conflict
            ? Done(reads ? GrantPaths.Reading(fund, call) : GrantPaths.Call(fund, call), Text["Thank you for saying so. You do not see it any more, and nobody asks you about it."])
            : Redirect(!reads ? GrantPaths.Call(fund, call) : form.Call.MarkingOpenedAt is null ? GrantPaths.Reading(fund, call) : GrantPaths.Reading(fund, call, reference));
    }

    async Task<IActionResult?> OpenAsync((string Fund, string Call, string Reference) at, InterestForm form, CancellationToken cancel)
    {
        if (await CallAsync(at.Fund, at.Call, cancel) is not { InterestsAskedAt: not null } call) return NotFound();
        if (await RefuseAsync(call, GrantThing.OwnInterest, GrantVerb.Write) is { } refusal) return refusal;
        if ((await Db.ToDeclare(call.Id, Me).LineAsync(at.Reference, cancel) ?? await Db.VisibleTo(call.Id, Me).LineAsync(at.Reference, cancel)) is not { } line) return NotFound();
        (form.Fund, form.Call, form.Line, form.SameOrganisation) = (at.Fund, call, line, await Db.SharesOrganisationAsync(line.Id, Me, cancel));
        return null;
    }
}

public sealed class InterestForm
{
    public ConflictLevel? Level { get; set; }

    [Display(Name = "If you are too close: why?")]
    public ConflictReason? Reason { get; set; }

    [Display(Name = "Anything else that the coordinators should know")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Note { get; set => field = Typed.Lines(value); }

    /// <summary>The organisation behind it also stands behind a group of theirs. Asked, never set: only they know what it means.</summary>
    internal bool SameOrganisation { get; set; }

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
    internal ReadingPage.Line Line { get; set; } = null!;
}
