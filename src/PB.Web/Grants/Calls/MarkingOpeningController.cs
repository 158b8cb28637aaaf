using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Marking;

namespace PB.Web.Grants.Calls;

/// <summary>Lets the members in to read, once all of them have said who is too close to what.</summary>
[Route("funds/{fund}/calls/{call}/marking-opening")]
public sealed class MarkingOpeningController(GrantTools tools, MarkingStart start) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Write) is { } refusal) return refusal;
        return await start.OpenAsync(found.Id, Me, cancel) is { } why
            ? Done(GrantPaths.Checks(fund, call), Text.Of(why))
            : Done(GrantPaths.Call(fund, call), Text["The panel can read now."]);
    }
}
