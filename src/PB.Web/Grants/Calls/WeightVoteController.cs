using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>A member's hand in the meeting, for or against the criteria as they stand.</summary>
[Route("funds/{fund}/calls/{call}/criteria/votes")]
public sealed class WeightVoteController(GrantTools tools, CallDesk desk) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, WeightChoice choice, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Criteria, GrantVerb.Vote) is { } refusal) return refusal;
        return await desk.VoteAsync(found.Id, Me, choice, cancel) is not null
            ? Redirect(GrantPaths.Criteria(fund, call))
            : Done(GrantPaths.Criteria(fund, call), Text["Your vote is in. You can change it until the chair fixes the result."]);
    }
}
