using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Rounds.Setup;

/// <summary>Counts a past round of the manager's neighbourhoods again by each rule, to look at before choosing one.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/setup/ballot/trial")]
public sealed class RuleTrialController(PbContext db, IAuthorizationService doors, BallotGate gate) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, string? past, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.SetUp, round) is { } refusal)
            return refusal;
        var rounds = await PastAsync(cancel);
        if (past is null || rounds.Find(other => other.Slug == past) is not { } chosen)
            return past is null ? View(new RuleTrialPage(round, rounds)) : NotFound();
        var paper = await gate.PaperAsync(chosen, cancel) ?? throw new InvalidOperationException($"Round {chosen.Slug} is published without a ballot paper.");
        return View(new RuleTrialPage(round, rounds) { Trial = RuleTrial.Of(chosen, paper, await RoundCount.BallotsAsync(db, chosen.Id, cancel)) });
    }

    // What is counted and published may be counted again; never a round whose result is not out.
    async Task<List<Round>> PastAsync(CancellationToken cancel)
    {
        var managed = await ManagedNeighbourhoods.OfAsync(db, User, cancel);
        var rounds = await db.Rounds.AsNoTracking().Include(r => r.Pot).Include(r => r.Neighbourhoods)
            .Where(r => r.CountedAt != null && r.PublishedAt != null && r.CancelledAt == null)
            .OrderByDescending(r => r.PublishedAt).ToListAsync(cancel);
        return rounds.FindAll(r => r.Neighbourhoods.All(part => managed.Contains(part.NeighbourhoodId)));
    }
}

/// <param name="Round">The round that is being set up.</param>
/// <param name="Past">The rounds that can be tried, newest first.</param>
public sealed record RuleTrialPage(Round Round, IReadOnlyList<Round> Past)
{
    /// <summary>The counts of the chosen round; null before one is chosen.</summary>
    public RuleTrial? Trial { get; init; }
}
