using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>The new adult of a running grant reads the terms and signs them; of a new organisation, with its papers.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/handover/signing")]
public sealed class HandoverSigningController(HandoverDoor door, HandoverDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await OpenAsync(fund, reference, cancel);
        return refusal ?? View(new HandoverSigningForm { At = found! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, HandoverSigningForm form, CancellationToken cancel)
    {
        var (found, refusal) = await OpenAsync(fund, reference, cancel);
        if (refusal is not null) return refusal;
        form.At = found!;
        if (!form.IsAdult)
            ModelState.AddModelError(nameof(form.IsAdult), text["Only somebody of 18 or over can sign"]);
        var host = found!.Page.Handover!.IsNewHost ? form.Host(ModelState, text) : null;
        if (ModelState.IsValid && await desk.SignAsync(found.Page.Award.Id, User.Id()!.Value, host, cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = host is null ? text["Thank you. You have signed, and payments go on."].Value : text["Thank you. You have signed. Now say where the money goes."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    async Task<(HandoverCase?, IActionResult?)> OpenAsync(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await door.OpenAsync(this, fund, reference, cancel);
        return refusal is null && !found!.IsInvited ? (null, Forbid()) : (found, refusal);
    }
}

public sealed class HandoverSigningForm
{
    [Display(Name = "What is your organisation called?")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? Name { get; set => field = Typed.Line(value); }

    [Display(Name = "What kind of organisation is it?")]
    public HostKind? Kind { get; set; }

    [Display(Name = "Its public identifier")]
    [StringLength(60, ErrorMessage = "The identifier must be 60 characters or fewer")]
    public string? OrganisationId { get; set => field = Typed.Line(value); }

    [Display(Name = "Where can we read your safeguarding policy?")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? SafeguardingPolicy { get; set => field = Typed.Line(value); }

    [Display(Name = "I am 18 or over, I have read the terms, and my organisation holds the money")]
    public bool IsAdult { get; set; }

    internal HandoverCase At { get; set; } = null!;

    internal HostWords? Host(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (Name is not { Length: > 0 })
            faults.AddModelError(nameof(Name), text["Say what your organisation is called"]);
        if (Kind is null)
            faults.AddModelError(nameof(Kind), text["Choose what kind of organisation it is"]);
        return faults.IsValid ? new HostWords(Name!, Kind!.Value, OrganisationId ?? "", SafeguardingPolicy ?? "", new HostDays(null, null)) : null;
    }
}
