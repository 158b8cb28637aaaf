using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Rounds;

namespace PB.Web.Screening;

/// <summary>Opens a round's shortlist: to read for everybody, to change for those who look after the round.</summary>
public sealed class ShortlistTable(PbContext db, IAuthorizationService doors, TimeProvider clock)
{
    public async Task<ShortlistPage?> ReadAsync(string slug, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { AnnouncedAt: not null } round)
            return null;
        var may = await doors.MayAsync(user, RoundAct.LookAfter, round);
        var panel = await db.ShortlistPanels.AsNoTracking().Include(p => p.Seats).SingleOrDefaultAsync(p => p.RoundId == round.Id, cancel);
        return panel is null && !may ? null : new ShortlistPage(round, panel, may, clock.GetUtcNow())
        {
            Candidates = panel is { DecidedAt: null } ? await db.CandidatesAsync(round.Id, cancel) : [],
            Lines = panel is null ? [] : await LinesAsync(round.Id, cancel),
        };
    }

    /// <summary>The round where this person may change its panel, or why not.</summary>
    public async Task<(Round? Round, IActionResult? Refusal)> OpenAsync(ControllerBase controller, string slug, CancellationToken cancel) =>
        await db.FindRoundAsync(slug, cancel) is { AnnouncedAt: not null } round
            ? (round, await controller.RefuseAsync(doors, RoundAct.LookAfter, round))
            : (null, controller.NotFound());

    async Task<IReadOnlyList<ShortlistPage.Line>> LinesAsync(Guid round, CancellationToken cancel) => await (
        from line in db.ShortlistLines
        where line.RoundId == round
        join proposal in db.Proposals on line.ProposalId equals proposal.Id
        orderby line.Support descending, proposal.Number
        select new ShortlistPage.Line(proposal.Number!.Value, proposal.Title, line.Support, line.Chosen, line.Reason)).ToListAsync(cancel);
}

public sealed record ShortlistPage(Round Round, ShortlistPanel? Panel, bool MayChange, DateTimeOffset Now)
{
    public required IReadOnlyList<ShortlistCandidate> Candidates { get; init; }
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>What was handed in and not taken.</summary>
    public ShortlistForm Form { get; init; } = new();

    public bool MayLayDown => MayChange && Round.IsBeforeIdeas(Now);
    public bool MaySeat => MayChange && Panel is { DecidedAt: null } && Round.IsBeforeVoting(Now);
    public bool MayDecide => MaySeat && Round.WhyNoIdeas(Now) is ProposalRefusal.IdeasClosed && Candidates.Count > 0;

    /// <summary>Whether the panel departs from public support here.</summary>
    public bool IsDeparture(Line line) => PublicSupport.Departs(Lines.Select(other => other.Support), Panel!.Rule.Places, line.Support, line.Chosen);

    public sealed record Line(int Number, string Title, int Support, bool Chosen, string Reason);
}
