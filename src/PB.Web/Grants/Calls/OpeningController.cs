using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>What is missing before a call can open, and opening it.</summary>
[Route("funds/{fund}/calls/{call}/opening")]
public sealed class OpeningController(GrantTools tools, CallDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) ?? View(new OpeningPage(fund, found, await desk.MissingAsync(found, cancel)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) is { } refusal) return refusal;
        if (await desk.AnnounceAsync(found.Id, Me, cancel) is not { } why)
            return Done(GrantPaths.Call(fund, call), Text["The call is announced. It opens and closes by itself."]);
        ModelState.AddModelError("", Text.Of(why, found));
        return View("New", new OpeningPage(fund, found, await desk.MissingAsync(found, cancel)));
    }
}

public sealed record OpeningPage(string Fund, Call Call, IReadOnlyList<OpeningGap> Missing);
