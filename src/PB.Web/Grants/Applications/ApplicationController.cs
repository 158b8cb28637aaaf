using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>A group's own application: where it stands, and its words.</summary>
[Route("applications/{id:guid}")]
public sealed class ApplicationController(GrantTools tools, ApplicationDesk desk) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Application, GrantVerb.Read, cancel);
        return refusal ?? View(page);
    }

    [HttpGet("words")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        return refusal ?? View(WordsForm.Of(page!));
    }

    /// <summary>Keeps whatever is there: a draft may be unfinished.</summary>
    [HttpPost("words")]
    public async Task<IActionResult> Update(Guid id, WordsForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (!ModelState.IsValid) return View("Edit", form);
        if (await desk.WriteAsync(id, (application, _) => application.Write(form.Text), cancel) is { } why)
        {
            ModelState.AddModelError("", Text.Of(why));
            return View("Edit", form);
        }

        return Redirect($"{GrantPaths.Application(id)}/budget");
    }
}
