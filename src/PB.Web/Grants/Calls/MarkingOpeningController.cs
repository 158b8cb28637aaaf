using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Calls;

/// <summary>Lets the members in to read, once every application is checked.</summary>
[Route("funds/{fund}/calls/{call}/marking-opening")]
public sealed class MarkingOpeningController(GrantTools tools) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Eligibility, GrantVerb.Write) is { } refusal) return refusal;
        if (found.MarkingOpenedAt is not null || !(found.Dates.AdultsUntil <= Now) || await Db.Applications.Unchecked(found.Id).AnyAsync(cancel))
        {
            TempData["Notice"] = Text["Not yet: every application has to be checked, and the time for adults to sign has to be over."].Value;
            return Redirect(GrantPaths.Checks(fund, call));
        }

        found.OpenMarking(Now);
        Note("Let the panel read the applications of a call", $"funds/{fund}/calls/{call}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Call(fund, call), Text["The panel can read now."]);
    }
}
