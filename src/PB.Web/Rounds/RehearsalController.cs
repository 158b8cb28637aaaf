using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Rounds;

/// <summary>Trying a round out before its voting opens. Nobody but its managers sees it.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/rehearsal")]
public sealed class RehearsalController(PbContext db, Rehearsal rehearsal, IAuthorizationService doors, IStringLocalizer<Words> words) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? await PageAsync(round!, cancel);
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        try
        {
            await rehearsal.RunAsync(round!, User.Id()!.Value, cancel);
        }
        catch (RehearsalRefusedException)
        {
            ModelState.AddModelError("", words["No postcode belongs to the neighbourhoods of this round, so nobody could vote. Add postcodes to a neighbourhood first."]);
            return await PageAsync(round!, cancel);
        }

        return Redirect(RoundPaths.Rehearsal(slug));
    }

    [HttpPost("wiped")]
    public async Task<IActionResult> Destroy(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        await rehearsal.WipeAsync(round!, User.Id()!.Value, cancel);
        TempData["Notice"] = words["The rehearsal is wiped. The journal says how many rows there were, and that none is left."].Value;
        return Redirect(RoundPaths.Rehearsal(slug));
    }

    async Task<(Round?, IActionResult?)> FindAsync(string slug, CancellationToken cancel)
    {
        var round = await db.WholeRounds().AsNoTracking().SingleOrDefaultAsync(r => r.Slug == slug, cancel);
        return (round, round is null ? NotFound() : await this.RefuseAsync(doors, RoundAct.Rehearse, round));
    }

    async Task<IActionResult> PageAsync(Round round, CancellationToken cancel)
    {
        var copy = await rehearsal.FindAsync(round.Id, cancel);
        var result = copy is null ? null : await db.Results.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == copy.Id, cancel);
        return View("Show", new RehearsalPage(round, result is null ? null : ResultDocument.Read(result.Document)));
    }
}

public sealed record RehearsalPage(Round Round, ResultDocument? Result);
