using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Proposals;

/// <summary>A proposer puts a part of an idea forward by itself.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/split")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/split")]
public sealed class SplitController(DraftDoor door, PB.Proposals.ClaimDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (!idea.MayRevise || await desk.SplitAsync(idea.Proposal.Id, cancel) is not { } part) return Redirect(idea.Path);
        return Redirect(part.Key is null ? ProposalPaths.Draft(idea.Round.Slug, part.Id) : $"/proposals/drafts/{part.Key}");
    }
}
