using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>A proposer asks to join another idea, or takes the two apart again.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/merger")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/merger")]
public sealed class MergerController(DraftDoor door, MergerBook mergers, PbContext db, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel) =>
        await door.OpenAsync(at, User, cancel) is { Proposal.SubmittedAt: not null } idea ? await AskAsync(new MergerForm(), idea, cancel) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, MergerForm form, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { Proposal.SubmittedAt: not null } idea) return NotFound();
        if (ModelState.IsValid && await mergers.AskAsync(idea.Proposal.Id, form.Number!.Value, cancel) is { } refusal)
            ModelState.AddModelError(nameof(form.Number), text.Of(refusal, idea.Round));
        if (!ModelState.IsValid) return await AskAsync(form, idea, cancel);
        TempData["Notice"] = text["We are asking everybody who puts the two ideas forward."].Value;
        return Redirect($"{idea.Path}/merger");
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Destroy(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (await CurrentAsync(idea.Proposal.Id, cancel) is { } merger)
            TempData["Notice"] = await mergers.UndoAsync(merger, cancel) is { } refusal ? text.Of(refusal, idea.Round) : text["The two ideas stand by themselves again."].Value;
        return Redirect($"{idea.Path}/merger");
    }

    async Task<IActionResult> AskAsync(MergerForm form, OwnIdea idea, CancellationToken cancel)
    {
        (form.Idea, form.Merger) = (idea, await CurrentAsync(idea.Proposal.Id, cancel));
        form.Host = form.Merger is { } merger ? await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == merger.HostId, cancel) : null;
        return View("New", form);
    }

    Task<Merger?> CurrentAsync(Guid proposal, CancellationToken cancel) =>
        db.Mergers.AsNoTracking().Include(merger => merger.Consents).SingleOrDefaultAsync(merger => merger.ProposalId == proposal && merger.EndedAt == null, cancel);
}
