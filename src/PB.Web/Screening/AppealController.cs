using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Where a proposer appeals a refusal, by the link in the letter.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("appeals/{key}")]
public sealed class AppealController(PbContext db, AppealDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string key, [FromServices] AppealJudges judges, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { } page) return NotFound();
        var waits = page.Appeal is { MadeAt: not null, AnsweredAt: null };
        return View(new AppealForm { Page = page with { NobodyCanAnswer = waits && !(await judges.TurnToAsync(page.Appeal, cancel)).Anybody } });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string key, AppealForm form, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { } page) return NotFound();
        form.Page = page;
        var reason = Typed.Lines(form.Reason);
        if (reason.Length == 0) ModelState.AddModelError(nameof(form.Reason), text["Say why the decision is wrong"]);
        if (page.IsOpen && !ModelState.IsValid) return View("New", form);
        if (page.IsOpen && await desk.MakeAsync(page.Appeal.DecisionId, reason, cancel))
            TempData["Notice"] = text["Your appeal is in. Somebody who had no part in the decision looks at it."].Value;
        return Redirect($"/appeals/{key}");
    }

    async Task<AppealPage?> PageAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return await (
            from appeal in db.Appeals.AsNoTracking()
            where appeal.KeyHash == hash
            join decision in db.ScreeningDecisions.AsNoTracking() on appeal.DecisionId equals decision.Id
            join proposal in db.Proposals.AsNoTracking() on appeal.ProposalId equals proposal.Id
            join round in db.Rounds.AsNoTracking() on proposal.RoundId equals round.Id
            select new AppealPage(key, appeal, decision, proposal, round)
            {
                Now = clock.GetUtcNow(),
                IsReplaced = db.ScreeningDecisions.Any(later => later.ProposalId == proposal.Id && later.DecidedAt > decision.DecidedAt),
            }).SingleOrDefaultAsync(cancel);
    }
}

public sealed record AppealPage(string Key, Appeal Appeal, ScreeningDecision Decision, Proposal Proposal, Round Round)
{
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether a newer decision stands in the place of this one.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Whether everybody who could answer had a part in the decision.</summary>
    public bool NobodyCanAnswer { get; init; }

    public bool IsOpen => Appeal.IsOpenAt(Now) && !IsReplaced && Round.IsBeforeVoting(Now);
}

public sealed class AppealForm
{
    [Display(Name = "Why is the decision wrong?")]
    [StringLength(3000, ErrorMessage = "Say why in 3,000 characters or fewer")]
    public string? Reason { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal AppealPage Page { get; set; } = null!;
}
