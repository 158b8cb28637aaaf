using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Funds;

namespace PB.Web.Grants.Funds;

[Route("funds")]
public sealed class FundController(GrantTools tools) : GrantController(tools)
{
    [AllowAnonymous, HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await FundCard.ReadAsync(Db, Now, cancel));

    [AllowAnonymous, HttpGet("{fund}")]
    public async Task<IActionResult> Show(string fund, [FromServices] FundHome home, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is { } found ? View(await home.ReadAsync(found, User, cancel)) : NotFound();

    [HttpGet("new")]
    public IActionResult New() => FundPolicies.MaySetUp(User) ? View(new FundForm()) : Forbid();

    [HttpPost("new")]
    public async Task<IActionResult> Create(FundForm form, CancellationToken cancel)
    {
        if (!FundPolicies.MaySetUp(User)) return Forbid();
        if (!form.Read(ModelState, Text)) return View("New", form);
        var taken = await Db.Funds.Select(f => f.Slug).ToListAsync(cancel);
        var fund = new Fund(form.Name!, Slug.FirstFree(Slug.Of(form.Name!), [.. taken, "new"]), form.Body, Now);
        Db.Funds.Add(fund);
        return await SaveAsync(fund, form, "Set up a fund", cancel);
    }

    [HttpGet("{fund}/setup")]
    public async Task<IActionResult> Edit(string fund, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is not { } found ? NotFound() : await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) ?? View(FundForm.Of(found));

    [HttpPost("{fund}/setup")]
    public async Task<IActionResult> Update(string fund, FundForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        if (!form.Read(ModelState, Text)) return View("Edit", form);
        found.Answer(form.Body);
        return await SaveAsync(found, form, "Changed what a fund is and by which rules it works", cancel);
    }

    async Task<IActionResult> SaveAsync(Fund fund, FundForm form, string act, CancellationToken cancel)
    {
        fund.Describe(form.Name!, form.Purpose!);
        fund.Admit(form.Ages);
        fund.SignPaymentsOver(form.Limit);
        fund.KeepWorries(form.WorriesKeptMonths);
        fund.Publish(form.Texts);
        Note(act, $"funds/{fund.Slug}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Fund(fund.Slug), Text["“{0}” is saved.", fund.Name]);
    }
}
