using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;
using PB.Roll;
using PB.Rounds;
using PB.Web.Ballots;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>The ways in which somebody can prove that they may vote in a round.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/roll")]
public sealed class ProofController(RollDoor door) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, string? then, CancellationToken cancel)
    {
        if (await door.RoundAsync(slug, cancel) is not { } round)
            return Redirect(BallotPaths.Ballot(slug));
        var elector = HttpContext.Elector();
        var standing = (await door.StandingAsync(slug, elector, cancel))!;
        return View(new ProofPage(round, standing, Url.Local(then) ?? BallotPaths.Ballot(slug), elector.Person is not null));
    }
}

/// <param name="Round">What they want to vote in.</param>
/// <param name="Standing">Where they stand.</param>
/// <param name="Then">Where they go on afterwards.</param>
/// <param name="SignedIn">Whether they have an account.</param>
public sealed record ProofPage(Round Round, Standing Standing, string Then, bool SignedIn)
{
    public bool Takes(Proofs proof) => Round.Eligibility.Proofs.HasFlag(proof);

    /// <summary>A code was typed in, and the round asks besides who it is.</summary>
    public bool HasOnlyCode => Standing is { ByCode: true, WhyNot: RollRefusal.NotProven };
}
