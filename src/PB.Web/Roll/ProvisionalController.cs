using System.ComponentModel.DataAnnotations;
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

/// <summary>Voting all the same, where no register knows somebody or somebody else took part as them: two people decide afterwards.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/roll/provisional")]
public sealed class ProvisionalController(PbContext db, RollDoor door, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string slug, string? then, CancellationToken cancel)
    {
        if (await RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        return HttpContext.Elector() is { Person: null } elector && !elector.HasCodeFor(round.Id)
            ? Challenge() : View("New", new ProvisionalForm { Then = Url.Local(then), Round = round });
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, ProvisionalForm form, CancellationToken cancel)
    {
        if (await RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        (form.Round, form.Then) = (round, Url.Local(form.Then));
        if (await door.VoterAsync(round, HttpContext.Elector(), cancel) is not { } voter)
            return Challenge();
        if (form.Read(ModelState) is not { } who || !ModelState.IsValid)
            return await ShowAsync(form, cancel);
        var answer = await door.Book.ProvisionallyAsync(round, voter, who, new(form.Address!.Trim(), form.Because?.Trim() ?? "", form.Area), cancel);
        if (answer is not RollAnswer.Entered)
        {
            ModelState.AddModelError(answer is RollAnswer.WhichArea ? nameof(form.Area) : nameof(form.Postcode), text.Sentence(answer));
            return await ShowAsync(form, cancel);
        }

        TempData["Notice"] = text["You can vote now. Two people will look at what you told us, and decide whether your ballot counts."].Value;
        return Redirect(form.Then ?? BallotPaths.Ballot(slug));
    }

    async Task<ViewResult> ShowAsync(ProvisionalForm form, CancellationToken cancel)
    {
        await form.OfferAreasAsync(db, cancel);
        return View("New", form);
    }

    async Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        await door.RoundAsync(slug, cancel) is { Eligibility.AsksWho: true } round ? round : null;
}

public sealed class ProvisionalForm : IdentityForm
{
    [Display(Name = "Your address", Order = AfterArea)]
    [Required(ErrorMessage = "Enter your address, so that we can check it")]
    [StringLength(180, ErrorMessage = "The address can have up to 180 characters")]
    public string? Address { get; set; }

    [Display(Order = AfterArea)]
    [StringLength(500, ErrorMessage = "You can write up to 500 characters")]
    public string? Because { get; set; }

    /// <summary>Why they came here; null when they came by themselves.</summary>
    internal RollAnswer? Why { get; private init; }

    /// <summary>What somebody said of themselves in vain, to go on with.</summary>
    internal static ProvisionalForm Of(IdentityForm said, Round round, RollAnswer why) =>
        new() { Name = said.Name, BornOn = said.BornOn, Postcode = said.Postcode, Area = said.Area, Then = said.Then, Round = round, Why = why };
}
