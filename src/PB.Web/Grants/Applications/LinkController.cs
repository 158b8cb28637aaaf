using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>A coordinator says that two plans are for one event.</summary>
[Route("funds/{fund}/calls/{call}/checks/{reference}/links")]
public sealed class LinkController(GrantTools tools, LinkDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, string reference, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, call, reference), new LinkForm(), GrantVerb.Read, cancel);
        return refusal ?? View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, string reference, LinkForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, call, reference), typed, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && await desk.LinkAsync(form!.Application, form.Other!, form.Because!, Me, cancel) is { } why)
            ModelState.AddModelError(why is LinkRefusal.NotThere or LinkRefusal.LinkedAlready ? nameof(form.Other) : "", Text.Of(why));
        return ModelState.IsValid ? Done($"{GrantPaths.Check(fund, call, reference)}/links", Text["The two are linked. Both leads are told that there is another plan, and not whose."]) : View("Index", form);
    }

    async Task<(LinkForm? Form, IActionResult? Refusal)> OpenAsync((string Fund, string Call, string Reference) at, LinkForm form, GrantVerb verb, CancellationToken cancel)
    {
        if (await CallAsync(at.Fund, at.Call, cancel) is not { } call
            || await Db.WholeApplications().AsNoTracking().SingleOrDefaultAsync(a => a.CallId == call.Id && a.Ref == at.Reference && a.EnteredAt != null, cancel) is not { } application)
            return (null, NotFound());
        if (await RefuseAsync(application, GrantThing.Eligibility, verb) is { } refusal) return (null, refusal);
        (form.Path, form.Application) = (GrantPaths.Check(at.Fund, at.Call, at.Reference), application);
        form.MayWrite = await MayAsync(application, GrantThing.Eligibility, GrantVerb.Write);
        form.Links = await Db.LinkedWithAsync(application.Id, Db.Applications.Where(other => !Db.InConflictOf(Me).Contains(other.Id)), cancel);
        return (form, null);
    }
}

public sealed class LinkForm
{
    [Display(Name = "What is the number of the other plan?")]
    [Required(ErrorMessage = "Write the number of the other plan, such as YF26-0007")]
    [StringLength(20, ErrorMessage = "Write the number of the other plan, such as YF26-0007")]
    public string? Other { get; set => field = Typed.Line(value).ToUpperInvariant(); }

    [Display(Name = "Which event are they both for?")]
    [Required(ErrorMessage = "Say which event they are both for: the panel reads it")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }

    internal string Path { get; set; } = "";
    internal Application Application { get; set; } = null!;
    internal IReadOnlyList<LinkedPlan> Links { get; set; } = [];
    internal bool MayWrite { get; set; }
}
