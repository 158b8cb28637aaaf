using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.PublicVotes;
using PB.Web.Look;

namespace PB.Web.Grants.PublicVotes;

/// <summary>A coordinator makes a round of what the panel put on the ballot, in one act.</summary>
[Route("funds/{fund}/calls/{call}/public-vote")]
public sealed class PublicVoteController(GrantTools tools, PublicVoteDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        return refusal ?? View(PublicVoteForm.Of(page!));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, PublicVoteForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (form.Read(ModelState, Text) is not { } order) return View("New", form);
        var (_, why) = await desk.MakeAsync(page!.Call, order, Me, cancel);
        if (why is null)
            return Done(GrantPaths.PublicVote(fund, call), Text["The round is made. Somebody who looks after the neighbourhood reads it and announces it."]);
        ModelState.AddModelError("", Text.Of(why.Value));
        return View("New", form);
    }

    async Task<(PublicVotePage? Page, IActionResult? Refusal)> OpenAsync(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { Rules.Mode: DecisionMode.PanelThenPublicVote } found) return (null, NotFound());
        if (await RefuseAsync(found, GrantThing.Decision, GrantVerb.Write, GrantCondition.Record) is { } refusal) return (null, refusal);
        // Whoever has a conflict of interest finds no trace of it here either.
        var hidden = await Db.InConflictOf(Me).ToListAsync(cancel);
        var plans = await desk.Shortlist(found.Id).Where(a => !hidden.Contains(a.Id)).Select(a => new PublicVotePage.Plan(a.Title, a.Amounts.Requested)).ToListAsync(cancel);
        var owner = await Db.Funds.AsNoTracking().SingleAsync(f => f.Id == found.FundId, cancel);
        return (new PublicVotePage(owner, found, plans)
        {
            Places = [.. (await Db.Neighbourhoods.OrderBy(n => n.Name).Select(n => new { n.Id, n.Name }).ToListAsync(cancel)).Select(n => new Choice($"{n.Id}", n.Name))],
            Round = await (from vote in Db.Set<PublicVote>()
                           where vote.CallId == found.Id && vote.VoidedAt == null
                           join round in Db.Rounds on vote.RoundId equals round.Id
                           select new PublicVotePage.Link(round.Slug, round.Title, round.AnnouncedAt != null)).SingleOrDefaultAsync(cancel),
        }, null);
    }
}
