using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Grants.Funds;
using PB.Web.Rounds;

namespace PB.Web.Neighbourhoods;

/// <summary>What everybody comes for: my neighbourhood, what is open now, what came out.</summary>
public sealed class HomePage
{
    const int ResultsShown = 3;

    public string? Postcode { get; set; }

    /// <summary>Where the postcode lies, the smallest first; null when nobody asked, empty when it is unknown.</summary>
    public IReadOnlyList<Place>? Found { get; set; }

    public NeighbourhoodList? All { get; set; }

    public required IReadOnlyList<RoundCard> Open { get; init; }

    public required IReadOnlyList<ResultCard> Results { get; init; }

    /// <summary>Money that young people decide on.</summary>
    public IReadOnlyList<FundCard> Funds { get; init; } = [];

    public static async Task<HomePage> ReadAsync(PbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await RoundCard.ReadAsync(db, rounds => rounds.Where(r => r.CancelledAt == null && r.PublishedAt == null), now, cancel);
        return new HomePage
        {
            Open = [.. RoundCard.ByUrgency(open)],
            Funds = await FundCard.ReadAsync(db, now, cancel),
            Results = await ResultCard.ReadAsync(db, rounds => rounds, ResultsShown, cancel),
        };
    }

    public static async Task<IReadOnlyList<Place>> FindAsync(PbContext db, Postcode postcode, CancellationToken cancel)
    {
        var ids = await db.AroundAsync(postcode, cancel);
        var places = await db.Neighbourhoods.Where(n => ids.Contains(n.Id)).OrderBy(n => n.Name)
            .Select(n => new Place(n.Id, n.ParentId, n.Name, n.Slug,
                db.Rounds.Count(r => r.AnnouncedAt != null && r.CancelledAt == null && r.PublishedAt == null
                    && r.Neighbourhoods.Any(part => part.NeighbourhoodId == n.Id))))
            .ToListAsync(cancel);
        return [.. places.OrderByDescending(place => Depth(place, places))];
    }

    static int Depth(Place place, List<Place> places) =>
        places.Find(other => other.Id == place.ParentId) is { } around ? 1 + Depth(around, places) : 0;

    public sealed record Place(Guid Id, Guid? ParentId, string Name, string Slug, int OpenRounds);
}
