using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Roll;
using Standing = PB.Ballots.Standing;

namespace PB.Web.Ballots;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/ballot")]
public sealed class BallotController(PbContext db, PollingStation station, BallotBox box, KeptChoices kept) : Controller
{
    /// <param name="slug">The round.</param>
    /// <param name="p">Projects that are ticked beforehand, by a link from their page.</param>
    /// <param name="cancel">Ends the work when the reader goes away.</param>
    [HttpGet]
    public async Task<IActionResult> Show(string slug, string?[] p, CancellationToken cancel)
    {
        if (await station.StandingAsync(slug, HttpContext.Elector(), cancel) is not { } standing)
            return NotFound();
        return standing.Door switch
        {
            BallotDoor.Open => await SheetAsync(standing, BallotForm.Read(p), null, cancel),
            BallotDoor.Voted => Redirect(BallotPaths.Receipt(standing.Round.Slug)),
            BallotDoor.Cancelled or BallotDoor.NotOpenYet or BallotDoor.Closed or BallotDoor.NothingToVoteOn or BallotDoor.NotEligible =>
                View(standing.Door.ToString(), standing),
        };
    }

    [HttpGet("edit")]
    public async Task<IActionResult> Edit(string slug, [FromQuery(Name = "kept")] string? sealedChoices, CancellationToken cancel)
    {
        if (await station.StandingAsync(slug, HttpContext.Elector(), cancel) is not { } standing)
            return NotFound();
        if (!standing.MayCast)
            return Redirect(BallotPaths.Ballot(standing.Round.Slug));
        if (sealedChoices is null)
            return await SheetAsync(standing, await OwnAsync(standing, cancel), null, cancel);

        var numbers = kept.Open(standing.Round.Id, sealedChoices);
        return await SheetAsync(standing, numbers, standing.Paper!.WhyRefused(numbers), cancel);
    }

    // A form that has grown stale, or whose sender is no longer signed in, loses nothing: it leads back to the check.
    [HttpPost, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Create(string slug, BallotForm form,
        [FromServices] IAntiforgery antiforgery, [FromServices] BusyRounds busy, [FromServices] Sightings sightings, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Request.HasFormContentType || Request.Form["submission"].Count > 1 || Request.Form["seen"].Count > 1)
            return BadRequest();
        if (await busy.FindAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await station.CallAsync(round, HttpContext.Elector(), cancel) is not var (voter, place) || string.IsNullOrEmpty(form.Submission)
            || !await antiforgery.IsRequestValidAsync(HttpContext))
            return ToCheck(round, form);

        // A browser that goes away does not stop a ballot halfway.
        var (refusal, _) = await box.CastAsync(voter, place, round, form.Entry(), CancellationToken.None);
        if (refusal is not null)
            return await RefusedAsync(refusal.Value, round, form, cancel);
        sightings.NoteBallot(HttpContext, round.Id);
        return Redirect(BallotPaths.Receipt(round.Slug));
    }

    async Task<IActionResult> RefusedAsync(BallotRefusal refusal, Round round, BallotForm form, CancellationToken cancel) => refusal switch
    {
        BallotRefusal.NotOpenYet => Redirect(BallotPaths.Ballot(round.Slug)),
        BallotRefusal.Closed or BallotRefusal.NotEligible or BallotRefusal.AlreadyVoted => await NotTakenAsync(round.Slug, cancel),
        BallotRefusal.ChangedElsewhere => await ChangedElsewhereAsync(round.Slug, form, cancel),
        BallotRefusal.FormUsedTwice or BallotRefusal.NoSuchProject
            or BallotRefusal.TooFewChosen or BallotRefusal.TooManyChosen or BallotRefusal.OverThePot => ToCheck(round, form),
    };

    RedirectResult ToCheck(Round round, BallotForm form) =>
        Redirect(BallotPaths.Check(round.Slug, kept.Seal(round.Id, form.Numbers())));

    async Task<IActionResult> NotTakenAsync(string slug, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("NotTaken", await station.StandingAsync(slug, HttpContext.Elector(), cancel));
    }

    async Task<IActionResult> ChangedElsewhereAsync(string slug, BallotForm form, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        var standing = (await station.StandingAsync(slug, HttpContext.Elector(), cancel))!;
        return View("ChangedElsewhere", new CheckPage(standing, form.Numbers(), kept.Seal(standing.Round.Id, form.Numbers()))
        {
            InTheBox = await OwnAsync(standing, cancel),
        });
    }

    async Task<IReadOnlyList<int>> OwnAsync(Standing standing, CancellationToken cancel) =>
        standing is { Voter: { } voter, Mark: not null } ? (await box.OwnAsync(voter, standing.Round, cancel))?.Numbers ?? [] : [];

    async Task<IActionResult> SheetAsync(Standing standing, IReadOnlyList<int> chosen, BallotRefusal? whyNot, CancellationToken cancel)
    {
        var round = standing.Round.Id;
        var origins = await ProjectOrigin.WithGapsAsync(db, round, cancel);
        var order = ProjectOrder.Of(HttpContext);
        return View("Choose", new BallotPage(standing,
            [.. from line in standing.Paper!.Projects
                orderby order(line.Number)
                select new BallotPage.Row(line.Number, line.Title, line.Price, origins.GetValueOrDefault(line.Number), chosen.Contains(line.Number))])
        {
            WhyNot = whyNot,
            SignedIn = standing.ByCode || User.Id() is not null,
            Turnout = await box.TurnoutAsync(standing.Round, cancel),
        });
    }
}
