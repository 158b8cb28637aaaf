using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Web.Ballots;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Looks for somebody in the round's register, and answers at once.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/roll/register")]
public sealed class MatchController(PbContext db, RollDoor door, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string slug, string? then, CancellationToken cancel) =>
        await RoundAsync(slug, cancel) is { } round ? await ShowAsync(round, new IdentityForm { Then = Url.Local(then) }, cancel) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(string slug, IdentityForm form, CancellationToken cancel)
    {
        form.Then = Url.Local(form.Then);
        if (await RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (!ModelState.IsValid || form.Read(ModelState) is not { } who)
            return await ShowAsync(round, form, cancel);
        if (await door.VoterAsync(round, new(User.Id(), new Dictionary<Guid, Guid>()), cancel) is not { } voter)
            return Challenge();
        var answer = await door.Book.MatchAsync(round, voter, who, form.Area, cancel);
        switch (answer)
        {
            case RollAnswer.Entered:
                TempData["Notice"] = text["We found you in the register. You can vote."].Value;
                return Redirect(form.Then ?? BallotPaths.Ballot(slug));
            case RollAnswer.NotFound or RollAnswer.TakenByAnother:
                ModelState.Clear();
                return View("/Roll/Provisional/New.cshtml", ProvisionalForm.Of(form, round, answer));
            default:
                ModelState.AddModelError(answer is RollAnswer.WhichArea ? nameof(form.Area) : "", text.Sentence(answer));
                return await ShowAsync(round, form, cancel);
        }
    }

    async Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        await door.RoundAsync(slug, cancel) is { } round && round.Eligibility.Proofs.HasFlag(Proofs.Register) ? round : null;

    async Task<IActionResult> ShowAsync(Round round, IdentityForm form, CancellationToken cancel)
    {
        form.Round = round;
        await form.OfferAreasAsync(db, cancel);
        return View("New", form);
    }
}
