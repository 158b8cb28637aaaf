using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tally;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>A finance officer looks into the organisations that would hold a group's money: their papers, and what they ask for, not what the group wrote.</summary>
[Route("funds/{fund}/calls/{call}/organisations")]
public sealed class OrganisationController(GrantTools tools, HostDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Read, GrantCondition.DueDiligence) is { } refusal) return refusal;
        var hidden = Db.InConflictOf(Me);
        return View(new OrganisationsPage(fund, found, await (
            from own in Db.Applications.AsNoTracking()
            where own.CallId == found.Id && own.EnteredAt != null && own.WithdrawnAt == null && !hidden.Contains(own.Id) && own.LeadId != Me && own.AdultId != Me
            join host in Db.HostOrganisations.AsNoTracking() on own.HostOrganisationId equals host.Id
            orderby own.Ref
            select new OrganisationsPage.Line(own.Ref!, own.Title, own.Amounts.Requested, host)).ToListAsync(cancel)));
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> Edit(string fund, string call, string reference, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, call, reference), new OrganisationForm(), GrantVerb.Read, cancel);
        return refusal ?? View(form);
    }

    /// <summary>Nothing stands against it; or something does, and it gets nothing until that is put right.</summary>
    [HttpPost("{reference}")]
    public async Task<IActionResult> Update(string fund, string call, string reference, OrganisationForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync((fund, call, reference), typed, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (form!.Stops is null)
            ModelState.AddModelError("", Text["Press one of the two: nothing was chosen."]);
        if (form.Stops is true && form.Against is not { Length: > 0 })
            ModelState.AddModelError(nameof(form.Against), Text["Say what stands against it: the group reads it"]);
        if (!ModelState.IsValid) return View("Edit", form);
        await desk.LookIntoAsync(form.Host.Id, Me, form.Stops is true ? form.Against! : "", ($"funds/{fund}/calls/{call}", reference), cancel);
        return Done(GrantPaths.Organisations(fund, call), Text["Saved."]);
    }

    async Task<(OrganisationForm? Form, IActionResult? Refusal)> OpenAsync((string Fund, string Call, string Reference) at, OrganisationForm form, GrantVerb verb, CancellationToken cancel)
    {
        if (await CallAsync(at.Fund, at.Call, cancel) is not { } call
            || await Db.WholeApplications().AsNoTracking().SingleOrDefaultAsync(a => a.CallId == call.Id && a.Ref == at.Reference && a.EnteredAt != null, cancel) is not { } application
            || await Db.HostOrganisations.AsNoTracking().SingleOrDefaultAsync(host => host.Id == application.HostOrganisationId, cancel) is not { } found)
            return (null, NotFound());
        if (await RefuseAsync(application, GrantThing.Eligibility, verb, GrantCondition.DueDiligence) is { } refusal) return (null, refusal);
        (form.Fund, form.Call, form.Application, form.Host) = (at.Fund, call, application, found);
        form.MayWrite = await MayAsync(application, GrantThing.Eligibility, GrantVerb.Write, GrantCondition.DueDiligence);
        return (form, null);
    }
}

public sealed record OrganisationsPage(string Fund, Call Call, IReadOnlyList<OrganisationsPage.Line> Lines)
{
    public sealed record Line(string Ref, string Title, Money Requested, HostOrganisation Host);
}

public sealed class OrganisationForm
{
    public bool? Stops { get; set; }

    [Display(Name = "What stands against it")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Against { get; set => field = Typed.Lines(value); }

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
    internal Application Application { get; set; } = null!;
    internal HostOrganisation Host { get; set; } = null!;
    internal bool MayWrite { get; set; }
}
