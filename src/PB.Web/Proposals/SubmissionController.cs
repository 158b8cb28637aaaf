using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/check")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/check")]
public sealed class SubmissionController(DraftDoor door, DraftBook drafts, PbContext db, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel) =>
        await door.OpenWholeAsync(at, User, cancel) is { } idea ? await ShowAsync(idea, cancel) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenWholeAsync(at, User, cancel) is not { } idea) return NotFound();
        if (await drafts.SendAsync(idea.Proposal.Id, cancel) is not { } refusal) return Redirect(idea.Path);
        if (refusal is ProposalRefusal.NotComplete)
            foreach (var part in idea.Proposal.Missing())
                ModelState.AddModelError(ProposalWords.FieldOf(part), text.Of(part));
        return await ShowAsync(idea, cancel);
    }

    async Task<IActionResult> ShowAsync(OwnIdea idea, CancellationToken cancel)
    {
        if (!idea.IsOpen) return Redirect(idea.Path);
        return View("New", await CheckPage.ReadAsync(db, idea, cancel));
    }
}
