using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Journal;
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
        return refusal ?? Show(round!, new VouchingForm());
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, VouchingForm form, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        if (!form.HasSeen)
            ModelState.AddModelError(nameof(form.HasSeen), "Tick the box when you have seen the person and what shows who they are");
        if (form.Read(ModelState) is not { } who || !ModelState.IsValid)
            return Show(round!, form);
        tools.Db.Journal.Add(new JournalEntry(User.Id(), "Vouched for somebody in person", $"rounds/{slug}", form.Shown!.Trim(), tools.Now));
        var (answer, code) = await vouching.VouchAsync(round!, who, User.Id()!.Value, cancel);
        if (code is not null)
            return View("Show", new VouchedPage(round!, code));
        ModelState.AddModelError("", tools.Words[answer is RollAnswer.Elsewhere
            ? "This postcode is outside the area of this round"
            : "This person takes part already: by a register, an account or a code. They go on in the way that they used first, or vote provisionally"]);
        return Show(round!, form);
    }

    async Task<(Round? Round, IActionResult? Refusal)> FindAsync(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal is null && (round!.AnnouncedAt is null || !round.Eligibility.Proofs.HasFlag(Proofs.Desk) || tools.Now >= round.Calendar.VotingUntil) ? (null, NotFound()) : (round, refusal);
    }

    ViewResult Show(Round round, VouchingForm form)
    {
        form.Round = round;
        return View("New", form);
    }
}

public sealed class VouchingForm : IdentityForm
{
    [Required(ErrorMessage = "Write what kind of paper you were shown")]
    [StringLength(100, ErrorMessage = "You can write up to 100 characters")]
    public string? Shown { get; set; }

    public bool HasSeen { get; set; }
}

public sealed record VouchedPage(Round Round, string Code);
