using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;
using PB.Web.Proposals;

namespace PB.Web.Grants.Calls;

/// <summary>What a call asks for, in the panel's own words: its members write it until it is announced.</summary>
[Route("funds/{fund}/calls/{call}/text")]
public sealed class CallTextController(GrantTools tools) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found) ?? View(new CallTextForm { Fund = fund, Call = found, Title = found.Title, What = found.Text });
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string call, CallTextForm form, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found) is { } refusal) return refusal;
        (form.Fund, form.Call) = (fund, found);
        if (!ModelState.IsValid) return View("Edit", form);
        found.Describe(form.Title!, form.What ?? "");
        Note("Wrote the words of a call", $"funds/{fund}/calls/{call}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Call(fund, call), Text["“{0}” is saved.", found.Title]);
    }

    // Whoever announces it may put it right as well, until then.
    async Task<IActionResult?> RefuseAsync(Call call)
    {
        if (await MayAsync(call, GrantThing.CallText, GrantVerb.Write) || call.IsDraft && await MayAsync(call, GrantThing.CallText, GrantVerb.Approve)) return null;
        return await MayAsync(call, GrantThing.CallText, GrantVerb.Read) ? Forbid() : NotFound();
    }
}

public sealed class CallTextForm
{
    [Display(Name = "What is the call named?")]
    [Required(ErrorMessage = "Give the call a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "What do you ask for, in the panel’s own words?")]
    [StringLength(4000, ErrorMessage = "Say it in 4,000 characters or fewer")]
    public string? What { get; set => field = Typed.Lines(value); }

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
}
