using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

/// <summary>Everything that officers did about comments in a round, for everybody.</summary>
[AllowAnonymous]
public sealed class ModerationLogController(PbContext db, ProposalShelf shelf) : Controller
{
    [HttpGet("rounds/{slug}/moderation")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        return View(new ModerationLogPage(round, await (
            from act in db.Set<ModerationAct>()
            join comment in db.Comments on act.CommentId equals comment.Id
            join proposal in db.Proposals on comment.ProposalId equals proposal.Id
            where proposal.RoundId == round.Id
            orderby act.At descending
            select new LoggedAct(proposal.Number!.Value, proposal.Title, act)).AsNoTracking().Take(500).ToListAsync(cancel)));
    }
}

public sealed record ModerationLogPage(Round Round, IReadOnlyList<LoggedAct> Acts);

public sealed record LoggedAct(int Number, string Title, ModerationAct Act);
