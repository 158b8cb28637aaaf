using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Web.Look;

namespace PB.Web.Grants.Calls;

[Route("funds/{fund}/calls")]
public sealed class CallController(GrantTools tools, CallReading reading) : GrantController(tools)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is not { } found ? NotFound() : await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) ?? await FormAsync("New", found, new CallForm(), cancel);

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, CallForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        if (!form.Read(ModelState, Text)) return await FormAsync("New", found, form, cancel);
        var panel = await Db.Panels.Where(p => p.FundId == found.Id).OrderBy(p => p.Id).FirstAsync(p => form.PanelId == null || p.Id == form.PanelId, cancel);
        var taken = await Db.Calls.Where(c => c.FundId == found.Id).Select(c => c.Slug).ToListAsync(cancel);
        var call = new Call(found.Id, panel.Id, form.Title!, Slug.FirstFree(Slug.Of(form.Title!), [.. taken, "new"]), Now);
        Db.Calls.Add(call);
        return await SaveAsync(found, call, form, "Began a call", cancel);
    }

    [AllowAnonymous, HttpGet("{call}")]
    public async Task<IActionResult> Show(string fund, string call, CancellationToken cancel) =>
        await CallAsync(fund, call, cancel) is not { } found ? NotFound() : await RefuseAsync(found, GrantThing.CallText, GrantVerb.Read) ?? View(await reading.PageAsync(found, User, cancel));

    [HttpGet("{call}/setup")]
    public async Task<IActionResult> Edit(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) ?? await FormAsync("Edit", await reading.FundAsync(found, cancel), CallForm.Of(found), cancel);
    }

    [HttpPost("{call}/setup")]
    public async Task<IActionResult> Update(string fund, string call, CallForm form, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) is { } refusal) return refusal;
        if (!found.IsDraft) return Forbid();
        var owner = await reading.FundAsync(found, cancel);
        return form.Read(ModelState, Text) ? await SaveAsync(owner, found, form, "Changed a call that is not announced yet", cancel) : await FormAsync("Edit", owner, form, cancel);
    }

    async Task<IActionResult> SaveAsync(Fund fund, Call call, CallForm form, string act, CancellationToken cancel)
    {
        form.Write(call, await Db.FundPots.Where(pot => pot.FundId == fund.Id).Select(pot => pot.Id).ToListAsync(cancel), Now);
        Note(act, $"funds/{fund.Slug}/calls/{call.Slug}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Call(fund.Slug, call.Slug), Text["“{0}” is saved.", call.Title]);
    }

    async Task<IActionResult> FormAsync(string view, Fund fund, CallForm form, CancellationToken cancel)
    {
        form.Fund = fund;
        form.Pots = [.. (await Db.FundPots.Where(pot => pot.FundId == fund.Id).OrderBy(pot => pot.Order).Select(pot => new { pot.Id, pot.Name }).ToListAsync(cancel)).Select(pot => new Choice($"{pot.Id}", pot.Name))];
        form.Panels = [.. (await Db.Panels.Where(panel => panel.FundId == fund.Id).OrderBy(panel => panel.Name).Select(panel => new { panel.Id, panel.Name }).ToListAsync(cancel)).Select(panel => new Choice($"{panel.Id}", panel.Name))];
        return View(form.Panels.Count == 0 ? "NoPanel" : view, form);
    }
}
