using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>An officer hands an idea to somebody who can do it outside this round, and later says what came of it.</summary>
[Authorize(Staffed.Anybody)]
[Route("rounds/{slug}/proposals/{number:int}/passing-on")]
public sealed class PassingOnController(ProposalShelf shelf, ProposalLife lives, PassingDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, int number, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { } proposal)) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        return proposal.WithdrawnAt is null ? View(new PassingOnForm { Round = round, Proposal = proposal }) : Redirect(ProposalPaths.Show(slug, number));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, int number, PassingOnForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { } proposal)) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        (form.Round, form.Proposal) = (round, proposal);
        var to = new PassedTo(Typed.Line(form.ToWhom), Typed.Line(form.Reference), Typed.Lines(form.Because));
        if (ModelState.IsValid && await desk.PassOnAsync(proposal.Id, User.Id()!.Value, to, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, round));
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = text["It is passed on, and its proposer is told."].Value;
        return Redirect(ProposalPaths.Show(slug, number));
    }

    [HttpGet("outcome")]
    public async Task<IActionResult> Edit(string slug, int number, CancellationToken cancel) =>
        await FindAsync(slug, number, cancel) is not ({ } round, { PassedOnAt: not null } proposal) ? NotFound()
            : ProposalPolicies.MayWriteForOthers(User) ? View(new OutcomeForm { Round = round, Proposal = proposal }) : Forbid();

    [HttpPost("outcome")]
    public async Task<IActionResult> Update(string slug, int number, OutcomeForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { PassedOnAt: not null } proposal)) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        (form.Round, form.Proposal) = (round, proposal);
        if (ModelState.IsValid && await desk.TellOutcomeAsync(proposal.Id, User.Id()!.Value, Typed.Lines(form.Outcome), cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, round));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["It is published, and its proposer is told."].Value;
        return Redirect(ProposalPaths.Show(slug, number));
    }

    async Task<(Round?, Proposal?)> FindAsync(string slug, int number, CancellationToken cancel) =>
        await shelf.RoundAsync(slug, cancel) is { } round ? (round, await lives.ProposalAsync(round.Id, number, cancel)) : (null, null);
}
