using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;
using PB.Web.People;

namespace PB.Web.Grants.Calls;

/// <summary>The chair fixes the criteria, as the panel voted.</summary>
[Route("funds/{fund}/calls/{call}/criteria/agreement")]
public sealed class AgreementController(GrantTools tools, CallDesk desk) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult) is { } refusal) return refusal;
        if (await desk.AgreeAsync(found.Id, Me, cancel) is not { } why)
            return Done(GrantPaths.Criteria(fund, call), Text["The panel has agreed. These criteria stay as they are."]);
        ModelState.AddModelError("", Text.Of(why, found));
        return View("/Grants/Calls/Criteria/Show.cshtml", await CriteriaPage.ReadAsync(fund, found, desk, (MayAsync, User.Id()), cancel));
    }
}
