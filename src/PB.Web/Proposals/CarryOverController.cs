using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

/// <summary>A proposer puts an idea of an earlier round forward again.</summary>
[Authorize]
[PrivatePage]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/carry-over")]
public sealed class CarryOverController(DraftDoor door, ClaimDesk desk, PbContext db, ProposalShelf shelf) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel)
    {
        if (await UnfundedAsync(at, cancel) is not { } idea) return NotFound();
        return View(new CarryOverPage(idea, [.. (await OpenRoundsAsync(cancel)).Where(round => round.Id != idea.Round.Id)]));
    }

    [HttpPost("{into}")]
    public async Task<IActionResult> Create(DraftAddress at, string into, CancellationToken cancel)
    {
        if (await UnfundedAsync(at, cancel) is not { } idea) return NotFound();
        if ((await OpenRoundsAsync(cancel)).Find(round => round.Slug == into && round.Id != idea.Round.Id) is not { } round) return NotFound();
        return await desk.CarryOverAsync(idea.Proposal.Id, round, cancel) is { } draft
            ? Redirect(ProposalPaths.Draft(round.Slug, draft))
            : Redirect($"{idea.Path}/carry-over");
    }

    async Task<OwnIdea?> UnfundedAsync(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { MayCarryOver: true } idea) return null;
        var stand = await shelf.StandAsync(idea.Round, cancel);
        return stand.Of(idea.Proposal.Number!.Value, takenBack: false, passed: true) is Standing.Funded ? null : idea;
    }

    async Task<List<Round>> OpenRoundsAsync(CancellationToken cancel)
    {
        var now = shelf.Now;
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.AnnouncedAt != null && round.CancelledAt == null && round.Calendar.IdeasFrom <= now && round.Calendar.VotingFrom > now)
            .OrderBy(round => round.Title).ToListAsync(cancel);
        return rounds.FindAll(round => round.WhyNoIdeas(now) is null);
    }
}

/// <summary>An idea, and the rounds in which it can be put forward again.</summary>
public sealed record CarryOverPage(OwnIdea Idea, IReadOnlyList<Round> Rounds);
