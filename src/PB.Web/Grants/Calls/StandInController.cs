using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>A coordinator lets the panel above take over a call whose own panel has too few members.</summary>
[Route("funds/{fund}/calls/{call}/stand-in")]
public sealed class StandInController(GrantTools tools, StandInDesk desk) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Write) is { } refusal) return refusal;
        return Done(GrantPaths.Call(fund, call), await desk.TakeOverAsync(found.Id, Me, cancel) is { } why ? Sentence(why) : Text["The other panel goes on with it now."]);
    }

    LocalizedString Sentence(StandInRefusal refusal) => refusal switch
    {
        StandInRefusal.NotPaused => Text["This call does not wait for members."],
        StandInRefusal.NoOtherPanel => Text["There is no other panel that could take it over."],
        StandInRefusal.ShortToo => Text["The other panel has too few members, too."],
    };
}
