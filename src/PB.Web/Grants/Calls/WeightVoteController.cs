using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>A member's hand in the meeting, for or against the criteria as they stand.</summary>
[Route("funds/{fund}/calls/{call}/criteria/votes")]
public sealed class WeightVoteController(GrantTools tools, CallDesk desk) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, WeightChoice? choice, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Criteria, GrantVerb.Vote) is { } refusal) return refusal;
        if (choice is not { } said) return Done(GrantPaths.Criteria(fund, call), Text["Press one of the three: nothing was chosen."]);
        return await desk.VoteAsync(found.Id, Me, said, cancel) is not null
            ? Redirect(GrantPaths.Criteria(fund, call))
            : Done(GrantPaths.Criteria(fund, call), Text["Your vote is in. You can change it until the chair fixes the result."]);
    }
}
