using Microsoft.AspNetCore.Mvc;
using PB.Grants;

namespace PB.Web.Grants.Applications;

/// <summary>How the pages of an application find it, for its team and its adult.</summary>
public abstract class OwnApplicationController(GrantTools tools) : GrantController(tools)
{
    /// <summary>The application, or why not.</summary>
    private protected async Task<(ApplicationPage? Page, IActionResult? Refusal)> OpenAsync(Guid id, GrantThing thing, GrantVerb verb, CancellationToken cancel, GrantCondition part = GrantCondition.Always)
    {
        if (await ApplicationPage.ReadAsync(Db, id, (Me, Now), cancel) is not { } page) return (null, NotFound());
        ViewData["Fund"] = page.Fund.Slug;
        if (await MayAsync(page.Application, thing, verb, part)) return (page, null);
        return (page, await MayAsync(page.Application, GrantThing.Application, GrantVerb.Read) ? Forbid() : NotFound());
    }

    /// <summary>The application's page once more, with what is wrong in one of its small forms, and what was typed there.</summary>
    private protected IActionResult Again(ApplicationPage page, (string Field, string? Text) typed, string fault)
    {
        ModelState.AddModelError(typed.Field, fault);
        return View("/Grants/Applications/Application/Show.cshtml", page with { Typed = (typed.Field, typed.Text ?? "") });
    }
}
