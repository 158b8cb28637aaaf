using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/withdrawal")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/withdrawal")]
public sealed class WithdrawalController(DraftDoor door, DraftBook drafts, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        return idea.MayWithdraw ? View(idea) : Redirect(idea.Path);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (idea.Proposal.SubmittedAt is null) return Redirect(idea.Path);
        if (await drafts.WithdrawAsync(idea.Proposal.Id, cancel) is null)
        {
            TempData["Notice"] = text["Your idea is taken back."].Value;
            return Redirect(idea.Path);
        }

        return Redirect(idea.Path);
    }
}
