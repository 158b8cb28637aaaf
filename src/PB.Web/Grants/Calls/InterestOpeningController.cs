using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Marking;

namespace PB.Web.Grants.Calls;

/// <summary>Asks the members who is too close to what, once every application is checked.</summary>
[Route("funds/{fund}/calls/{call}/interest-opening")]
public sealed class InterestOpeningController(GrantTools tools, MarkingStart start) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Write) is { } refusal) return refusal;
        return Done(GrantPaths.Checks(fund, call), await start.AskAsync(found.Id, Me, cancel) is { } why ? Text.Of(why) : Text["The members are asked. When all have answered, you can open the marking here."].Value);
    }
}
