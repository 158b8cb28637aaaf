using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
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

        if (!page!.IsOfTeam)
            await NoteHelpAsync(page, cancel);
        return Redirect($"{GrantPaths.Application(id)}/budget");
    }

    // Whoever helped a group to write has a stake in it.
    async Task NoteHelpAsync(ApplicationPage page, CancellationToken cancel)
    {
        if (!await Db.InConflict(page.Application.Id).ContainsAsync(Me, cancel))
            Db.ConflictDeclarations.Add(new ConflictDeclaration(page.Application.Id, Me, new ConflictWords(ConflictLevel.Conflict, ConflictReason.Other, "Helped with the writing"), Now));
        Note("Helped a group with its application", $"funds/{page.Fund.Slug}/calls/{page.Call.Slug}");
        await Db.SaveChangesAsync(cancel);
    }
}
