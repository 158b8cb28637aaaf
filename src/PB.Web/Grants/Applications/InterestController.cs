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
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, string reference, InterestForm form, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { MarkingOpenedAt: not null } found || !await MayAsync(found, GrantThing.OwnInterest, GrantVerb.Write)) return NotFound();
        var line = await Db.ToDeclare(found.Id, Me).LineAsync(reference, cancel) ?? await Db.VisibleTo(found.Id, Me).LineAsync(reference, cancel);
        if (line is null) return NotFound();
        (form.Fund, form.Call, form.Line) = (fund, found, line);
        if (!ModelState.IsValid) return View("/Grants/Applications/Reading/Declare.cshtml", form);
        if (await desk.DeclareAsync(line.Id, Me, new ConflictWords(form.Level, form.Level is ConflictLevel.Conflict ? form.Reason : null, form.Note ?? ""), cancel) is InterestRefusal.NoReason)
        {
            ModelState.AddModelError(nameof(form.Reason), Text["Choose what it is. Only the coordinators and the chair read it."]);
            return View("/Grants/Applications/Reading/Declare.cshtml", form);
        }

        return form.Level is ConflictLevel.Conflict
            ? Done(GrantPaths.Reading(fund, call), Text["Thank you for saying so. You do not see it any more, and nobody asks you about it."])
            : Redirect(GrantPaths.Reading(fund, call, reference));
    }
}

public sealed class InterestForm
{
    public ConflictLevel Level { get; set; }

    [Display(Name = "If you have a stake: what is it?")]
    public ConflictReason? Reason { get; set; }

    [Display(Name = "Anything else that the coordinators should know")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Note { get; set => field = Typed.Lines(value); }

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
    internal ReadingPage.Line Line { get; set; } = null!;
}
