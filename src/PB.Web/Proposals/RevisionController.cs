using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>A proposer changes what they sent in.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/revision")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/revision")]
public sealed class RevisionController(DraftDoor door, RevisionBook revisions, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenWholeAsync(at, User, cancel) is not { } idea) return NotFound();
        return idea.MayRevise ? View(RevisionForm.Of(idea.Proposal, idea.Round, $"{idea.Path}/revision")) : Redirect(idea.Path);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(DraftAddress at, RevisionForm form, CancellationToken cancel)
    {
        if (await door.OpenWholeAsync(at, User, cancel) is not { } idea) return NotFound();
        if (!idea.MayRevise) return Redirect(idea.Path);
        if (new RevisionReading(ModelState, text).Read(form.About(idea.Proposal, idea.Round, $"{idea.Path}/revision")) is { } revision
            && await revisions.ReviseOwnAsync(idea.Proposal.Id, User.Id(), revision, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, idea.Round));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["Your change is saved, and everybody can see what is different."].Value;
        return Redirect(ProposalPaths.Show(idea.Round.Slug, idea.Proposal.Number!.Value));
    }
}
