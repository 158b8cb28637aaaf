using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>The coordinators' desk: does what came in fit the rules?</summary>
[Route("funds/{fund}/calls/{call}/checks")]
public sealed class CheckController(GrantTools tools, EligibilityDesk desk, CheckReading reading) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Read) ?? View(await reading.ListAsync(fund, found, Me, cancel));
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> Edit(string fund, string call, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync((fund, call, reference), GrantVerb.Read, cancel);
        if (refusal is not null) return refusal;
        // Names of young people stand on this page.
        Note("Looked at who applies and at what they wrote", $"funds/{fund}/calls/{call}", about: reference);
        await Db.SaveChangesAsync(cancel);
        return View(page);
    }

    /// <summary>Answers one rule, asks the group, or says what came out.</summary>
    [HttpPost("{reference}")]
    public async Task<IActionResult> Update(string fund, string call, string reference, CheckForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync((fund, call, reference), GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (form is { Step: CheckStep.Answer, Result: null })
            ModelState.AddModelError("", Text["Say whether it meets the rule: nothing was chosen."]);
        else if (form.Step is not CheckStep.Fits && form.Note is not { Length: > 0 } && form.Result is not RuleResult.Pass)
            ModelState.AddModelError(nameof(form.Note), Text["Say it in words: the group reads it"]);
        if (ModelState.IsValid && await TakeAsync(page!.Application.Id, form, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done(GrantPaths.Check(fund, call, reference), Text["Saved."]) : View("Edit", page);
    }

    Task<CheckingRefusal?> TakeAsync(Guid id, CheckForm form, CancellationToken cancel) => form.Step switch
    {
        CheckStep.Answer => desk.AnswerAsync(id, Me, form.RuleId, new RuleAnswer(form.Result!.Value, form.Note ?? ""), cancel),
        CheckStep.Ask => desk.AskAsync(id, Me, form.Note!, cancel),
        CheckStep.SetAside => desk.ProposeWaiverAsync(id, Me, form.RuleId, form.Note!, cancel),
        CheckStep.Fits => desk.FindEligibleAsync(id, Me, cancel),
        CheckStep.DoesNotFit => desk.FindIneligibleAsync(id, Me, form.Note!, cancel),
    };

    async Task<(CheckPage? Page, IActionResult? Refusal)> OpenAsync((string Fund, string Call, string Reference) at, GrantVerb verb, CancellationToken cancel)
    {
        if (await CallAsync(at.Fund, at.Call, cancel) is not { } call
            || await Db.WholeApplications().AsNoTracking().SingleOrDefaultAsync(a => a.CallId == call.Id && a.Ref == at.Reference && a.EnteredAt != null, cancel) is not { } application)
            return (null, NotFound());
        if (await RefuseAsync(application, GrantThing.Eligibility, verb) is { } refusal) return (null, refusal);
        return (await reading.PageAsync(at.Fund, call, application, Me, cancel), null);
    }
}

/// <summary>What a coordinator does with an application.</summary>
public enum CheckStep
{
    Answer,
    Ask,
    SetAside,
    Fits,
    DoesNotFit,
}

public sealed class CheckForm
{
    public CheckStep Step { get; set; }

    public Guid RuleId { get; set; }

    public RuleResult? Result { get; set; }

    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Note { get; set => field = Typed.Lines(value); }
}
