using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>Declaring an interest: from then on the officer neither sees nor answers the idea.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/assignments/{id:guid}/interest")]
public sealed class InterestController(PbContext db, Recusal recusal, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) =>
        await CardAsync(id, cancel) is { } card ? View(new InterestForm { Card = card }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, InterestForm form, CancellationToken cancel)
    {
        if (await CardAsync(id, cancel) is not { } card) return NotFound();
        form.Card = card;
        if (!ModelState.IsValid) return View("New", form);
        await recusal.DeclareAsync(card.Proposal.Id, card.Officer, form.Reason!.Trim(), cancel);
        TempData["Notice"] = text["Thank you. You have nothing to do with this idea any more; somebody else checks it."].Value;
        return Redirect(ScreeningPaths.Queue);
    }

    Task<AssignmentCard?> CardAsync(Guid id, CancellationToken cancel) => AssignmentCard.ReadAsync(db, id, User.Id()!.Value, clock.GetUtcNow(), cancel);
}

public sealed class InterestForm
{
    [Display(Name = "What is your interest?")]
    [Required(ErrorMessage = "Say what your interest is")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? Reason { get; set; }

    internal AssignmentCard Card { get; set; } = null!;
}
