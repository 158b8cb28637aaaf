using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>An officer changes somebody's proposal, with a note that says so.</summary>
[Authorize(Staffed.Anybody)]
[Route("rounds/{slug}/proposals/{number:int}/revision")]
public sealed class StaffRevisionController(PbContext db, ProposalShelf shelf, RevisionBook revisions, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string slug, int number, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { } proposal)) return NotFound();
        return WhyNot(proposal, round) ?? View("/Proposals/Revision/Edit.cshtml", RevisionForm.Of(proposal, round, ProposalPaths.Revision(slug, number)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string slug, int number, RevisionForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { } proposal)) return NotFound();
        if (WhyNot(proposal, round) is { } closed) return closed;
        if (new RevisionReading(ModelState, text).Read(form.About(proposal, round, ProposalPaths.Revision(slug, number))) is { } revision
            && await revisions.ReviseForAsync(proposal.Id, User.Id()!.Value, revision, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, round));
        if (!ModelState.IsValid) return View("/Proposals/Revision/Edit.cshtml", form);
        TempData["Notice"] = text["The change is saved, and its proposer is told."].Value;
        return Redirect(ProposalPaths.Show(slug, number));
    }

    async Task<(Round?, Proposal?)> FindAsync(string slug, int number, CancellationToken cancel) =>
        await shelf.RoundAsync(slug, cancel) is { } round
            ? (round, await db.WholeProposals().AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number, cancel))
            : (null, null);

    IActionResult? WhyNot(Proposal proposal, Round round) => !ProposalPolicies.MayWriteForOthers(User) ? Forbid()
        : proposal.WhyNotRevisedByStaff(round, shelf.Now) is null ? null
        : Redirect(ProposalPaths.Show(round.Slug, proposal.Number!.Value));
}
