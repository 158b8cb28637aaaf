using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>What counts, and how much: written by the chair, voted on by the panel.</summary>
[Route("funds/{fund}/calls/{call}/criteria")]
public sealed class CriteriaController(GrantTools tools, CallDesk desk) : GrantController(tools)
{
    [AllowAnonymous, HttpGet("")]
    public async Task<IActionResult> Show(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Criteria, GrantVerb.Read) is { } refusal) return refusal;
        return View(await CriteriaPage.ReadAsync(fund, found, desk, (MayAsync, PB.Web.People.CurrentPerson.Id(User)), cancel));
    }

    [HttpGet("edit")]
    public async Task<IActionResult> Edit(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found, GrantThing.Criteria, GrantVerb.Write) ?? View(CriteriaForm.Of(fund, found));
    }

    [HttpPost("edit")]
    public async Task<IActionResult> Update(string fund, string call, CriteriaForm form, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Criteria, GrantVerb.Write) is { } refusal) return refusal;
        (form.Fund, form.Call) = (fund, found);
        if (form.Read(ModelState, Text) is not { } words) return View("Edit", form);
        if (await desk.AskAsync(found.Id, Me, words, cancel) is not { } why)
            return Done(GrantPaths.Criteria(fund, call), Text["Saved. Now the panel votes on it."]);
        ModelState.AddModelError("", Text.Of(why, found));
        return View("Edit", form);
    }
}
