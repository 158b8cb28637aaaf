using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Grants.Practising;

namespace PB.Web.Grants.Practising;

/// <summary>A panel's practices: coordinators open them, and everybody on the panel can take part.</summary>
[Route("funds/{fund}/panels/{panel}/practices")]
public sealed class PracticeController(GrantTools tools, PracticeReading reading, PracticeDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string panel, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } at) return NotFound();
        var mayOpen = await MayAsync(at.Fund, GrantThing.MemberData, GrantVerb.Write);
        if (!mayOpen && !await reading.PractisesAsync(Me, at.Panel.Id, cancel)) return NotFound();
        return View(await reading.ListAsync(at, Me, mayOpen, cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string panel, PracticeForm form, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } at) return NotFound();
        if (await RefuseAsync(at.Fund, GrantThing.MemberData, GrantVerb.Write) is { } refusal) return refusal;
        if (!ModelState.IsValid) return View("Index", (await reading.ListAsync(at, Me, true, cancel)) with { Form = form });
        await desk.OpenAsync(at.Panel, at.Subject, (form.Title!, form.WithExamples ? ShippedExamples.All : []), Me, cancel);
        return Done(GrantPaths.Practices(fund, panel), form.WithExamples ? Text["The practice is open."] : Text["The practice is open. Now write its examples."]);
    }

    /// <summary>Another example of the fund's own.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string panel, Guid id, ExampleForm form, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } at) return NotFound();
        if (await RefuseAsync(at.Fund, GrantThing.MemberData, GrantVerb.Write) is { } refusal) return refusal;
        if (!await Db.Set<Practice>().AnyAsync(p => p.Id == id && p.PanelId == at.Panel.Id, cancel)) return NotFound();
        if (ModelState.IsValid && await desk.AddAsync(id, form.Words, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done(GrantPaths.Practices(fund, panel), Text["The example is added."])
            : View("Index", (await reading.ListAsync(at, Me, true, cancel)) with { Example = form, ExampleOf = id });
    }

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> Destroy(string fund, string panel, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } at) return NotFound();
        if (await RefuseAsync(at.Fund, GrantThing.MemberData, GrantVerb.Write) is { } refusal) return refusal;
        if (!await Db.Set<Practice>().AnyAsync(p => p.Id == id && p.PanelId == at.Panel.Id, cancel)) return NotFound();
        await desk.CloseAsync(id, at.Subject, Me, cancel);
        return Done(GrantPaths.Practices(fund, panel), Text["The practice is closed."]);
    }

    async Task<PracticePlace?> FindAsync(string fund, string panel, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return null;
        return await Db.Panels.AsNoTracking().SingleOrDefaultAsync(p => p.FundId == found.Id && p.Slug == panel, cancel) is { } own ? new PracticePlace(found, own) : null;
    }
}

/// <summary>Where a practice is.</summary>
public sealed record PracticePlace(Fund Fund, Panel Panel)
{
    public string Subject => $"funds/{Fund.Slug}/panels/{Panel.Slug}";

    public string Path => GrantPaths.Practices(Fund.Slug, Panel.Slug);
}
