using System.Globalization;
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

/// <summary>Where somebody says what connects them with a round, and in which neighbourhood where there are several.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/roll/declaration")]
public sealed class DeclarationController(PbContext db, RollDoor door, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string slug, string? then, CancellationToken cancel)
    {
        var elector = HttpContext.Elector();
        if (await door.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (elector.Person is null && !elector.HasCodeFor(round.Id))
            return Challenge();
        if (await door.VoterAsync(round, elector, cancel) is not { } voter)
            return Challenge();
        return MayDeclare(round, voter)
            ? await ShowAsync(round, new DeclarationForm { Then = Url.Local(then), Postcode = voter.Postcode, Connection = OnlyOne(round) }, cancel)
            : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Update(string slug, DeclarationForm form, CancellationToken cancel)
    {
        form.Then = Url.Local(form.Then);
        if (await door.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await door.VoterAsync(round, HttpContext.Elector(), cancel) is not { } voter)
            return Challenge();
        if (!MayDeclare(round, voter))
            return NotFound();
        form.Connection ??= OnlyOne(round);
        // Where the address for all rounds is enough, only the neighbourhood is asked for here.
        if (round.Eligibility.IsPlain)
            (form.Postcode, form.Age) = (voter.Postcode, voter.Age?.ToString(CultureInfo.InvariantCulture));
        if (form.Read(round.Eligibility, ModelState) is not { } said)
            return await ShowAsync(round, form, cancel);
        return await AnswerAsync(await door.Book.DeclareAsync(round, voter, said, cancel), round, form, cancel);
    }

    async Task<IActionResult> AnswerAsync(RollAnswer answer, Round round, DeclarationForm form, CancellationToken cancel)
    {
        switch (answer)
        {
            case RollAnswer.Entered:
                TempData["Notice"] = text["Saved"].Value;
                return Redirect(form.Then ?? BallotPaths.Ballot(round.Slug));
            case RollAnswer.TakenByAnother:
                ModelState.Clear();
                return View("/Roll/Provisional/New.cshtml", ProvisionalForm.Of(form, round, answer));
            default:
                ModelState.AddModelError(answer is RollAnswer.WhichArea ? nameof(form.Area) : nameof(form.Postcode), text.Sentence(answer));
                return await ShowAsync(round, form, cancel);
        }
    }

    // Whoever has a code says who they are; an account needs a round that takes its word.
    static bool MayDeclare(Round round, Voter voter) => voter.PersonId is null || round.Eligibility.Proofs.HasFlag(Proofs.Declaration);

    static Connections? OnlyOne(Round round) => int.IsPow2((int)round.Eligibility.Connections) ? round.Eligibility.Connections : null;

    async Task<IActionResult> ShowAsync(Round round, DeclarationForm form, CancellationToken cancel)
    {
        form.Round = round;
        await form.OfferAreasAsync(db, cancel);
        return View("Edit", form);
    }
}
