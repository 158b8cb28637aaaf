using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Journal;
using PB.Outbox;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Somebody is here in person: staff look at what shows who they are, and give them a code.</summary>
[Authorize(Staffed.Manager)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("rounds/{slug}/voters/desk")]
public sealed class VouchingController(RollDeskTools tools, Vouching vouching) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? await ShowAsync(round!, new VouchingForm(), cancel);
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, VouchingForm form, [FromServices] SiteAddress site, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        if (!form.HasSeen)
            ModelState.AddModelError(nameof(form.HasSeen), "Tick the box when you have seen the person and what shows who they are");
        if (form.Read(ModelState) is not { } who || !ModelState.IsValid)
            return await ShowAsync(round!, form, cancel);
        tools.Db.Journal.Add(new JournalEntry(User.Id(), "Vouched for somebody in person", $"rounds/{slug}", form.Shown!.Trim(), tools.Now));
        var (answer, code) = await vouching.VouchAsync(round!, who, form.Area, User.Id()!.Value, cancel);
        if (code is not null)
            return View("Show", new VouchedPage(round!, code, site.Of("code")));
        ModelState.AddModelError(answer is RollAnswer.WhichArea ? nameof(form.Area) : "", answer is RollAnswer.TakenByAnother
            ? tools.Words["This person takes part already: by a register, an account or a code. They go on in the way that they used first, or vote provisionally"]
            : answer is RollAnswer.WhichArea ? tools.Words["This postcode lies in more than one neighbourhood of this round. Ask the person in which one they want to vote"]
            : tools.Words.Sentence(answer));
        return await ShowAsync(round!, form, cancel);
    }

    async Task<(Round? Round, IActionResult? Refusal)> FindAsync(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal is null && (round!.AnnouncedAt is null || !round.Eligibility.Proofs.HasFlag(Proofs.Desk) || tools.Now >= round.Calendar.VotingUntil) ? (null, NotFound()) : (round, refusal);
    }

    async Task<ViewResult> ShowAsync(Round round, VouchingForm form, CancellationToken cancel)
    {
        form.Round = round;
        await form.OfferAreasAsync(tools.Db, cancel);
        return View("New", form);
    }
}

public sealed class VouchingForm : IdentityForm
{
    [Display(Order = AfterArea)]
    [Required(ErrorMessage = "Write what kind of paper you were shown")]
    [StringLength(100, ErrorMessage = "You can write up to 100 characters")]
    public string? Shown { get; set; }

    [Display(Order = AfterArea)]
    public bool HasSeen { get; set; }
}

public sealed record VouchedPage(Round Round, string Code, Uri Address);
