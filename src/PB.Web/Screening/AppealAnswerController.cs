using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Appeals that wait for an answer; each officer sees those in whose refusal they had no part.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/appeals")]
public sealed class AppealAnswerController(PbContext db, AppealDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(new AppealsPage(await Waiting(null).Take(200).ToListAsync(cancel), clock.GetUtcNow()));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await PageAsync(id, cancel) is { } page ? View(new AppealAnswerForm { Page = page }) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, AppealAnswerForm form, CancellationToken cancel)
    {
        if (await PageAsync(id, cancel) is not { } page) return NotFound();
        form.Page = page;
        if (form.Read(ModelState, text) is { } answer && await desk.AnswerAsync(id, User.Id()!.Value, answer, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["Your answer is published, and a letter is on its way to the proposer."].Value;
        return Redirect(ScreeningPaths.Appeals);
    }

    Task<AppealPage?> PageAsync(Guid id, CancellationToken cancel) => Waiting(id).SingleOrDefaultAsync(cancel);

    IQueryable<AppealPage> Waiting(Guid? one)
    {
        var now = clock.GetUtcNow();
        return from appeal in db.AppealsFor(User.Id()!.Value).AsNoTracking()
               join decision in db.ScreeningDecisions.AsNoTracking() on appeal.DecisionId equals decision.Id
               join proposal in db.Proposals.AsNoTracking() on appeal.ProposalId equals proposal.Id
               join round in db.Rounds.AsNoTracking() on proposal.RoundId equals round.Id
               where round.CancelledAt == null && round.Calendar.VotingFrom > now && (one == null || appeal.DecisionId == one)
               orderby appeal.DueAt, appeal.DecisionId
               select new AppealPage("", appeal, decision, proposal, round) { Now = now };
    }
}

public sealed record AppealsPage(IReadOnlyList<AppealPage> Appeals, DateTimeOffset Now);

public sealed class AppealAnswerForm
{
    [Display(Name = "Does the idea go on the ballot after all?")]
    public bool? Granted { get; set; }

    [Display(Name = "Why?")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Reason { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "What can the proposer do now?")]
    [StringLength(2000, ErrorMessage = "Write the next step in 2,000 characters or fewer")]
    public string? NextStep { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal AppealPage Page { get; set; } = null!;

    internal AppealAnswer? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var (reason, nextStep) = (Typed.Lines(Reason), Typed.Lines(NextStep));
        if (Granted is null) faults.AddModelError(nameof(Granted), text["Say whether it goes on the ballot"]);
        if (reason.Length == 0) faults.AddModelError(nameof(Reason), text["Give the reason: everybody can read it"]);
        if (nextStep.Length == 0) faults.AddModelError(nameof(NextStep), text["Say what the proposer can do now"]);
        return faults.IsValid ? new AppealAnswer(Granted!.Value, reason, nextStep) : null;
    }
}
