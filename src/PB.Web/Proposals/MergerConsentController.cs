using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Somebody who puts one of two ideas forward says whether they become one.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/mergers/{key}")]
public sealed class MergerConsentController(MergerBook mergers, PbContext db, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string key, CancellationToken cancel) =>
        await PageAsync(key, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string key, bool yes, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { } page) return NotFound();
        TempData["Notice"] = await mergers.AnswerAsync(page.Merger, page.Consent.Id, yes, cancel) is { } refusal
            ? text.Of(refusal, page.Round) : text["Thank you. Your answer is noted."].Value;
        return Redirect($"/proposals/mergers/{key}");
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Destroy(string key, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { Merger.IsInForce: true } page) return NotFound();
        TempData["Notice"] = await mergers.UndoAsync(page.Merger, cancel) is { } refusal
            ? text.Of(refusal, page.Round) : text["The two ideas stand by themselves again."].Value;
        return Redirect($"/proposals/mergers/{key}");
    }

    async Task<MergerPage?> PageAsync(string key, CancellationToken cancel)
    {
        if (await mergers.FindAsync(key, cancel) is not (var merger, var consent)) return null;
        var both = await db.Proposals.AsNoTracking().Where(p => p.Id == merger.ProposalId || p.Id == merger.HostId).ToListAsync(cancel);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == both[0].RoundId, cancel);
        return new MergerPage(key, consent, merger)
        {
            Proposal = both.Single(p => p.Id == merger.ProposalId),
            Host = both.Single(p => p.Id == merger.HostId),
            Round = round,
            IsOpen = round.IsBeforeVoting(clock.GetUtcNow()),
        };
    }
}
