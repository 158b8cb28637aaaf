using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Web.People;
using PB.Web.Roll;

namespace PB.Web.Ballots;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/ballot/check")]
public sealed class CheckController(PbContext db, PollingStation station, BallotBox box, KeptChoices kept) : Controller
{
    // Changes nothing of a ballot: it only seals the choices into an address that survives sign-in, Back and a reload.
    [HttpPost, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Create(string slug, BallotForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await station.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        // For the figure of those who began and did not send it.
        if (await station.VoterAsync(round, HttpContext.Elector(), cancel) is { } voter)
            await db.NoteStartAsync(round.Id, voter.Id, cancel);
        return Redirect(BallotPaths.Check(round.Slug, kept.Seal(round.Id, form.Numbers())));
    }

    [HttpGet]
    public async Task<IActionResult> Show(string slug, [FromQuery(Name = "kept")] string? sealedChoices, CancellationToken cancel)
    {
        if (await station.StandingAsync(slug, HttpContext.Elector(), cancel) is not { } standing)
            return NotFound();
        if (!standing.MayCast)
            return Redirect(BallotPaths.Ballot(standing.Round.Slug));
        var numbers = kept.Open(standing.Round.Id, sealedChoices);
        if (standing.Paper!.WhyRefused(numbers) is not null)
            return Redirect(BallotPaths.Change(standing.Round.Slug, kept.Seal(standing.Round.Id, numbers)));
        if (NextProof(standing, sealedChoices) is { } proof)
            return proof;
        if (await IsInTheBoxAsync(standing, numbers, cancel))
            return Redirect(BallotPaths.Receipt(standing.Round.Slug));
        return View(new CheckPage(standing, numbers, kept.Seal(standing.Round.Id, numbers)));
    }

    // What somebody has still to tell before the ballot can go in; the choices come back with them.
    IActionResult? NextProof(Standing standing, string? sealedChoices)
    {
        var (slug, here) = (standing.Round.Slug, BallotPaths.Check(standing.Round.Slug, sealedChoices));
        if (standing.Voter is null && User.Id() is null)
            return standing.Round.Eligibility.IsPlain ? Challenge() : Redirect(RollPaths.Roll(slug, here));
        return standing.WhyNot switch
        {
            RollRefusal.AddressNotConfirmed => Redirect(BallotPaths.Address(here)),
            RollRefusal.NotProven => Redirect(RollPaths.Roll(slug, here)),
            RollRefusal.AreaNotChosen => Redirect(RollPaths.Declaration(slug, here)),
            _ => null,
        };
    }

    async Task<bool> IsInTheBoxAsync(Standing standing, IReadOnlyList<int> numbers, CancellationToken cancel) =>
        standing is { Mark: not null, Voter: { } voter }
        && await box.OwnAsync(voter, standing.Round, cancel) is { } own && own.Numbers.ToHashSet().SetEquals(numbers);
}
