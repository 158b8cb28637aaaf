using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Rounds;

namespace PB.Web.Neighbourhoods;

/// <summary>What lies around, beside and inside a neighbourhood.</summary>
public sealed record Surroundings
{
    public required Neighbourhood Here { get; init; }

    /// <summary>Those around it, the largest first.</summary>
    public required IReadOnlyList<Place> Around { get; init; }

    public required IReadOnlyList<Place> Beside { get; init; }
    public required IReadOnlyList<Place> Inside { get; init; }

    /// <summary>Everything inside, however deep.</summary>
    public required IReadOnlyList<Guid> Within { get; init; }

    /// <summary>Where a round that concerns the people of this neighbourhood takes place.</summary>
    public IReadOnlyList<Guid> Concerned => [.. Within, .. Around.Select(place => place.Id)];

    /// <summary>What its map shows, the largest first.</summary>
    public IEnumerable<Place> Drawn => [.. Around.TakeLast(1), .. Beside, .. Inside];

    public static async Task<Surroundings> ReadAsync(PbContext db, Neighbourhood here, CancellationToken cancel)
    {
        var around = await db.AroundAsync(here.Id, cancel);
        var near = await db.Neighbourhoods
            .Where(n => n.Id != here.Id && (around.Contains(n.Id) || n.ParentId == here.Id || n.ParentId == here.ParentId))
            .OrderBy(n => n.Name).Select(n => new Place(n.Id, n.ParentId, n.Name, n.Slug, n.Boundary)).ToListAsync(cancel);
        return new Surroundings
        {
            Here = here,
            Around = [.. near.Where(place => around.Contains(place.Id)).OrderByDescending(place => around.IndexOf(place.Id))],
            Beside = [.. near.Where(place => place.ParentId == here.ParentId && !around.Contains(place.Id))],
            Inside = [.. near.Where(place => place.ParentId == here.Id)],
            Within = await db.WithinAsync(here.Id, cancel),
        };
    }

    /// <summary>Where a round takes place, when that is not this very neighbourhood.</summary>
    public Elsewhere? Why(IReadOnlySet<Guid> where, IReadOnlyList<string> names) =>
        where.Contains(Here.Id) ? null : new Elsewhere(names, Around.Any(place => where.Contains(place.Id)));

    public sealed record Place(Guid Id, Guid? ParentId, string Name, string Slug, string? Boundary);
}

