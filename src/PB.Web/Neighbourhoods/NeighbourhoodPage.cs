using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Delivery;
using PB.Neighbourhoods;
using PB.Rounds;
using PB.Web.Grants.Funds;
using PB.Web.Rounds;

namespace PB.Web.Neighbourhoods;

/// <summary>All that concerns one neighbourhood, also what is decided around it and inside it.</summary>
public sealed record NeighbourhoodPage
{
    const int ResultsShown = 12;

    public required Neighbourhood Here { get; init; }
    public required Surroundings Around { get; init; }
    public required NeighbourhoodMap? Map { get; init; }
    public required IReadOnlyList<RoundCard> Rounds { get; init; }
    public required IReadOnlyList<ResultCard> Results { get; init; }
    public required IReadOnlyList<FundedProject> Funded { get; init; }
    public required IReadOnlyList<RoundCard> LateResults { get; init; }
    public required bool MayChange { get; init; }

    /// <summary>Money that young people decide on, here or around here.</summary>
    public IReadOnlyList<FundCard> Funds { get; init; } = [];

    public IEnumerable<FundedProject> LateProjects => Funded.Where(project => project.Stage is DeliveryStage.Delayed or DeliveryStage.Stopped);

    public bool NothingIsLate => LateResults.Count == 0 && !LateProjects.Any();

    /// <summary>What comes next, and when.</summary>
    public IEnumerable<RoundCard> Calendar => Rounds.Where(round => round.Until is not null).OrderBy(round => round.Until);

    public static async Task<NeighbourhoodPage> ReadAsync(
        PbContext db, Neighbourhood here, ClaimsPrincipal user, DateTimeOffset now, CancellationToken cancel)
    {
        var around = await Surroundings.ReadAsync(db, here, cancel);
        var places = around.Concerned;
        IQueryable<Round> Here(IQueryable<Round> rounds) => rounds.Where(r => r.Neighbourhoods.Any(part => places.Contains(part.NeighbourhoodId)));
        var open = await RoundCard.ReadAsync(db, rounds => Here(rounds).Where(r => r.PublishedAt == null), now, cancel);
        var results = await ResultCard.ReadAsync(db, Here, ResultsShown, cancel);
        return new NeighbourhoodPage
        {
            Here = here,
            Around = around,
            Map = NeighbourhoodMap.Of(here, around.Drawn),
            Rounds = [.. RoundCard.ByUrgency(open.Where(card => card.IsOpen).Select(card => card with { Because = around.Why(card.WhereIds, card.Where) }))],
            Results = [.. results.Select(card => card with { Because = around.Why(card.WhereIds, card.Where) })],
            Funded = await FundedProject.ReadAsync(db, results, cancel),
            LateResults = [.. open.Where(card => card.IsLate)],
            Funds = [.. (await FundCard.ReadAsync(db, now, cancel)).Where(fund => fund.NeighbourhoodId is { } where && places.Contains(where))],
            MayChange = await db.MayChangeNeighbourhoodAsync(user, here.Id, cancel),
        };
    }
}
