using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>A team takes its application back.</summary>
[Route("applications/{id:guid}/withdrawal")]
public sealed class WithdrawalController(GrantTools tools, ApplicationDesk desk) : OwnApplicationController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsLead) return Forbid();
        return Done(GrantPaths.Application(id), await desk.WithdrawAsync(id, cancel) is null ? Text["You have taken it back."] : Text["It is too late: you have an offer. Say no to it if you do not want it."]);
    }
}
