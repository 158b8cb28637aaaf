using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>A running grant comes to another adult, where the one before has left; or to another organisation, where the panel says yes.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/handover")]
public sealed class HandoverController(HandoverDoor door, HandoverDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await door.OpenAsync(this, fund, reference, cancel);
        return refusal ?? View(new HandoverForm { At = found! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, HandoverForm form, CancellationToken cancel)
    {
        var (found, refusal) = await door.OpenAsync(this, fund, reference, cancel);
        if (refusal is not null) return refusal;
        if (!found!.MayAsk) return Forbid();
        form.At = found;
        if (!Typed.IsAddress(form.AdultEmail ?? ""))
            ModelState.AddModelError(nameof(form.AdultEmail), text["Write the adult’s e-mail address"]);
        if (ModelState.IsValid && await desk.AskAsync(found.Page.Award.Id, new HandoverWords(found.IsNewHost, form.AdultEmail!, form.Because!), User.Id()!.Value, cancel) is { } why)
            ModelState.AddModelError(why is HandoverRefusal.LeadIsAdult or HandoverRefusal.AdultOfTheFund ? nameof(form.AdultEmail) : "", text.Of(why));
        if (!ModelState.IsValid) return View("Show", form);
        TempData["Notice"] = found.IsNewHost ? text["The panel is asked. Nothing is paid meanwhile."].Value : text["The new adult is written to. Nothing is paid until they have signed."].Value;
        return Redirect(found.Path);
    }

    /// <summary>A member says yes or no to another organisation.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string reference, Guid id, bool? isYes, CancellationToken cancel)
    {
        var (found, refusal) = await door.OpenAsync(this, fund, reference, cancel);
        if (refusal is not null) return refusal;
        if (!found!.MayAnswer) return Forbid();
        if (isYes is not { } answer)
            ModelState.AddModelError("", text["Press yes or no: nothing was chosen."]);
        else if (await desk.AnswerAsync(found.Page.Award.Id, id, (User.Id()!.Value, answer), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("Show", new HandoverForm { At = found });
        TempData["Notice"] = text["Your answer is in. You can change it until it is settled."].Value;
        return Redirect(found.Path);
    }
}

public sealed class HandoverForm
{
    [Display(Name = "What is the new adult’s e-mail address?")]
    public string? AdultEmail { get; set => field = Typed.Line(value); }

    [Display(Name = "Why is somebody else needed?")]
    [Required(ErrorMessage = "Say why somebody else is needed")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }

    internal HandoverCase At { get; set; } = null!;
}
