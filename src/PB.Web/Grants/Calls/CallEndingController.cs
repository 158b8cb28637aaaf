using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;
using PB.Web.Proposals;

namespace PB.Web.Grants.Calls;

/// <summary>A coordinator cancels a call, and says why in public.</summary>
[Route("funds/{fund}/calls/{call}/ending")]
public sealed class CallEndingController(GrantTools tools, CancelDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, call, new CallEndingForm(), cancel);
        return refusal ?? View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CallEndingForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, call, typed, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && !await desk.CancelAsync(form!.Call.Id, form.Because!, Me, cancel))
            ModelState.AddModelError("", Text["It is too late: the decisions are out, or the call was cancelled before."]);
        return ModelState.IsValid ? Done(GrantPaths.Call(fund, call), Text["The call is cancelled, and everybody in it is told."]) : View("New", form);
    }

    async Task<(CallEndingForm? Form, IActionResult? Refusal)> OpenAsync(string fund, string call, CallEndingForm form, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return (null, NotFound());
        if (await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) is { } refusal) return (null, refusal);
        if (!await MayAsync(found, GrantThing.Eligibility, GrantVerb.Write)) return (null, Forbid());
        (form.Fund, form.Call) = (fund, found);
        return (form, null);
    }
}

public sealed class CallEndingForm
{
    [Display(Name = "Why? Everybody reads this")]
    [Required(ErrorMessage = "Say why")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
}
