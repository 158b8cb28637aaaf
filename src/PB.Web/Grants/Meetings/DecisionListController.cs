using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Grants.Meetings;

/// <summary>What the panel has decided in a call, until everybody is told; here the accountable officer signs or sends back.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions")]
public sealed class DecisionListController(DecisionTools tools) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var (page, refusal) = await tools.OpenAsync(this, new CallAddress(fund, call), cancel);
        return refusal ?? View(page! with { Problem = TempData["Problem"] as string });
    }
}
