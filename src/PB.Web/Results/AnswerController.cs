using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Results;
using PB.Rounds;
using PB.Web.Ballots;
using PB.Web.Journal;
using PB.Web.People;

namespace PB.Web.Results;

/// <summary>The council's public answer to a challenge.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("/rounds/{slug}/result/challenges/{id:guid}")]
public sealed class AnswerController(PbContext db, ResultReading reading, ChallengeTools tools) : Controller
{
    [HttpGet, ReadsPersonalData("Read a challenge")]
    public async Task<IActionResult> Edit(string slug, Guid id, CancellationToken cancel)
    {
        var (round, challenge) = await FindAsync(slug, id, cancel);
        if (round is null || challenge is null)
            return NotFound();
        return await reading.MayAnswerAsync(User, round) ? Show(round, challenge, new AnswerForm()) : Forbid();
    }

    [HttpPost]
    public async Task<IActionResult> Update(string slug, Guid id, AnswerForm form, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        var (round, challenge) = await FindAsync(slug, id, cancel);
        if (round is null || challenge is null)
            return NotFound();
        if (!await reading.MayAnswerAsync(User, round))
            return Forbid();
        if (!ModelState.IsValid)
            return Show(round, challenge, form);

        var now = tools.Clock.GetUtcNow();
        challenge.Settle(form.Outcome!.Value, form.Answer!.Trim(), User.Id()!.Value, now);
        db.Journal.Add(new JournalEntry(User.Id(), $"Answered a challenge: {form.Outcome}", $"rounds/{slug}", form.Answer.Trim(), now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = tools.Words["The answer is on the page of the result."].Value;
        return Redirect(BallotPaths.Result(slug));
    }

    async Task<(Round?, Challenge?)> FindAsync(string slug, Guid id, CancellationToken cancel)
    {
        var round = await db.FindRoundAsync(slug, cancel);
        return (round, await db.Challenges.SingleOrDefaultAsync(c => c.Id == id && c.RoundId == round!.Id && c.AnsweredAt == null, cancel));
    }

    ViewResult Show(Round round, Challenge challenge, AnswerForm form)
    {
        (ViewData["Round"], ViewData["Challenge"]) = (round, challenge);
        return View("Edit", form);
    }
}

public sealed class AnswerForm
{
    [Required(ErrorMessage = "Choose whether the challenge is right")]
    public ChallengeOutcome? Outcome { get; set; }

    [Required(ErrorMessage = "Write the answer: everybody can read it")]
    [StringLength(4000, ErrorMessage = "The answer can have up to 4,000 characters")]
    public string? Answer { get; set; }
}
