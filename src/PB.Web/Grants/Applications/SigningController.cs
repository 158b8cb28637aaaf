using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Applications;

/// <summary>The adult reads exactly one version, fills in the part of the organisation, and signs.</summary>
[Route("applications/{id:guid}/signing/{version:int}")]
public sealed class SigningController(GrantTools tools, ApplicationDesk desk) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id, int version, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel, GrantCondition.SectionB);
        return refusal ?? (page!.IsOfTeam ? Forbid() : await PageAsync(page, version, new SigningForm(), cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, int version, SigningForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel, GrantCondition.SectionB);
        if (refusal is not null) return refusal;
        if (page!.IsOfTeam) return Forbid();
        if (!form.IsAdult)
            ModelState.AddModelError(nameof(form.IsAdult), Text["Only somebody of 18 or over can sign"]);
        if (!CivicDay.TryRead(form.PolicyReviewedOn, out var reviewed))
            ModelState.AddModelError(nameof(form.PolicyReviewedOn), Text["Write a day that is in the calendar, like 27 3 2027"]);
        if (!CivicDay.TryRead(form.InsuredUntil, out var insured))
            ModelState.AddModelError(nameof(form.InsuredUntil), Text["Write a day that is in the calendar, like 27 3 2027"]);
        if (!ModelState.IsValid) return await PageAsync(page, version, form, cancel);
        var host = new HostWords(form.Name!, form.Kind!.Value, form.OrganisationId ?? "", form.SafeguardingPolicy ?? "", new HostDays(reviewed, insured));
        if (await desk.CosignAsync(id, version, Me, host, cancel) is not { } why)
            return Done(GrantPaths.Application(id), Text["Thank you. You have signed, and the application is in."]);
        ModelState.AddModelError("", Text.Of(why));
        return await PageAsync(page, version, form, cancel);
    }

    async Task<IActionResult> PageAsync(ApplicationPage page, int version, SigningForm form, CancellationToken cancel)
    {
        (form.Page, form.Version) = (page, version);
        if (form.Name is null && page.Application.HostOrganisationId is { } known)
            form.Take(await Db.HostOrganisations.AsNoTracking().SingleAsync(host => host.Id == known, cancel));
        return View("New", form);
    }
}

public sealed class SigningForm
{
    [Display(Name = "What is your organisation called?")]
    [Required(ErrorMessage = "Say what your organisation is called")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? Name { get; set; }

    [Display(Name = "What kind of organisation is it?")]
    [Required(ErrorMessage = "Choose what kind of organisation it is")]
    public HostKind? Kind { get; set; }

    [Display(Name = "Its public identifier")]
    [StringLength(60, ErrorMessage = "The identifier must be 60 characters or fewer")]
    public string? OrganisationId { get; set; }

    [Display(Name = "Where can we read your safeguarding policy?")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? SafeguardingPolicy { get; set => field = Typed.Line(value); }

    [Display(Name = "When was it last reviewed?")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? PolicyReviewedOn { get; set; }

    [Display(Name = "Until when are you insured?")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? InsuredUntil { get; set; }

    [Display(Name = "I am 18 or over, I have read this, and my organisation would hold the money")]
    public bool IsAdult { get; set; }

    internal ApplicationPage Page { get; set; } = null!;

    /// <summary>Which version the link in the letter was for.</summary>
    internal int Version { get; set; }

    internal bool IsNewest => Version == Page.Application.Version && Page.Application.SubmittedAt is not null;

    internal void Take(HostOrganisation host)
    {
        (Name, Kind, OrganisationId, SafeguardingPolicy) = (host.Name, host.Kind, host.OrganisationId, host.SafeguardingPolicy);
        (PolicyReviewedOn, InsuredUntil) = (CivicDay.Written(host.PolicyReviewedOn), CivicDay.Written(host.InsuredUntil));
    }
}
