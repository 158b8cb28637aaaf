using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>The team is done: it reads everything once more and sends it to its adult.</summary>
[Route("applications/{id:guid}/sending")]
public sealed class SendingController(GrantTools tools, ApplicationDesk desk, PaperDesk papers) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        return refusal ?? View(new SendingForm { Page = page!, AdultEmail = page!.Application.AdultEmail });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, SendingForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (!page!.IsLead) return Forbid();
        if (!Typed.IsAddress(form.AdultEmail ?? ""))
            ModelState.AddModelError(nameof(form.AdultEmail), Text["Write the adult’s e-mail address"]);
        foreach (var fault in page.Application.WhyNotSent(page.Call, await papers.AddedAsync(id, cancel)))
            ModelState.AddModelError("", Text.Of(fault));
        if (!ModelState.IsValid) return View("New", form);
        if (await desk.SendAsync(id, form.AdultEmail!, cancel) is not { } why)
            return Done(GrantPaths.Application(id), Text["It is on its way to your adult."]);
        ModelState.AddModelError(why is SendingRefusal.AdultOfTheFund or SendingRefusal.LeadIsAdult ? nameof(form.AdultEmail) : "", Text.Of(why));
        return View("New", form);
    }
}

public sealed class SendingForm
{
    [Display(Name = "Your adult’s e-mail address")]
    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? AdultEmail { get; set => field = Typed.Line(value); }

    internal ApplicationPage Page { get; set; } = null!;
}
