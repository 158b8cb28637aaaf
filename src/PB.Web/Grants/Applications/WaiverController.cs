using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Web.Grants.Applications;

/// <summary>What coordinators propose to set aside: the chair agrees, or nothing happens.</summary>
[Route("funds/{fund}/calls/{call}/waivers")]
public sealed class WaiverController(GrantTools tools, EligibilityDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.CallText, GrantVerb.Approve) is { } refusal) return refusal;
        // Whoever has a conflict of interest finds no trace of it here either.
        var hidden = await Db.InConflictOf(Me).ToListAsync(cancel);
        var lines = await (from waiver in Db.Waivers
                           join application in Db.Applications on waiver.ApplicationId equals application.Id
                           where application.CallId == found.Id && !hidden.Contains(application.Id)
                           join rule in Db.Set<EligibilityRule>() on waiver.RuleId equals rule.Id
                           orderby waiver.ProposedAt
                           select new WaiversPage.Line(waiver, rule.Text, application.Title)).ToListAsync(cancel);
        return View(new WaiversPage(fund, found, lines, await MayAsync(found, GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult)));
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string call, Guid id, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult) is { } refusal)
            return await MayAsync(found, GrantThing.CallText, GrantVerb.Approve) ? Forbid() : refusal;
        if (await Db.Waivers.Where(w => w.Id == id && Db.Applications.Any(a => a.Id == w.ApplicationId && a.CallId == found.Id)).Select(w => (Guid?)w.ApplicationId).SingleOrDefaultAsync(cancel) is not { } application)
            return NotFound();
        if (await Db.InConflict(application).ContainsAsync(Me, cancel)) return NotFound();
        TempData["Notice"] = await desk.AgreeToWaiverAsync(application, Me, id, cancel) is { } why ? Text.Of(why) : Text["Agreed. Why it was set aside stands on the call’s page."].Value;
        return Redirect($"{GrantPaths.Call(fund, call)}/waivers");
    }
}

public sealed record WaiversPage(string Fund, Call Call, IReadOnlyList<WaiversPage.Line> Lines, bool MayAgree)
{
    public sealed record Line(Waiver Waiver, string Rule, string Title);
}
