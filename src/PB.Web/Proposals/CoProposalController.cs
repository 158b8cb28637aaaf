using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Somebody who was asked to put an idea forward together says yes or no.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/together/{key}")]
public sealed class CoProposalController(CoProposers others, PbContext db, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string key, CancellationToken cancel) =>
        await PageAsync(key, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string key, bool yes, string? name, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { } page) return NotFound();
        var shown = Typed.Line(name) is { Length: > 0 and <= 100 } given ? given : page.Other.Name;
        if (await others.AnswerAsync(page.Other, yes, shown, cancel) is null)
            TempData["Notice"] = yes ? text["Thank you. Your name is shown with the idea."].Value : text["Thank you. Your name is not shown."].Value;
        return Redirect($"/proposals/together/{key}");
    }

    async Task<CoProposalPage?> PageAsync(string key, CancellationToken cancel)
    {
        if (await others.FindAsync(key, cancel) is not { } other) return null;
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == other.ProposalId, cancel);
        return new CoProposalPage(key, other, proposal, await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == proposal.RoundId, cancel))
        {
            Now = clock.GetUtcNow(),
        };
    }
}

/// <summary>An idea as somebody reads it who was asked to share in it.</summary>
public sealed record CoProposalPage(string Key, CoProposer Other, Proposal Proposal, Round Round)
{
    public required DateTimeOffset Now { get; init; }

    public bool IsOpen => Proposal.WithdrawnAt is null && Round.IsBeforeVoting(Now);
}
