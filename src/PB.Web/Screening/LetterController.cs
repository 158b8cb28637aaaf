using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Outbox;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Screening;

/// <summary>The letter of the last decision as a page, to read or to print: what is public, and no key.</summary>
[AllowAnonymous]
[Route("rounds/{slug}/proposals/{number:int}/letter")]
public sealed class LetterController(PbContext db, ScreeningLetters letters) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        var found = await (
            from round in db.Rounds.AsNoTracking()
            where round.Slug == slug && round.AnnouncedAt != null
            join proposal in db.Proposals.AsNoTracking() on round.Id equals proposal.RoundId
            where proposal.Number == number
            join decision in db.ScreeningDecisions.AsNoTracking() on proposal.Id equals decision.ProposalId
            orderby decision.DecidedAt descending
            select new { round, proposal, decision, Criterion = db.Set<Criterion>().Where(c => c.Id == decision.CriterionId).Select(c => c.Text).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        return found is null ? NotFound()
            : View(new LetterPage(found.round, found.proposal, letters.Decision(found.round, found.proposal, found.decision, found.Criterion, to: "")));
    }
}

public sealed record LetterPage(Round Round, Proposal Proposal, Message Letter);
