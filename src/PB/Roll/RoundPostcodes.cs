using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>All postcodes of a round at once, for reading a register.</summary>
static class RoundPostcodes
{
    /// <returns>The area by postcode; null where it lies in two areas of which neither is inside the other, so that its people are asked.</returns>
    public static async Task<IReadOnlyDictionary<string, Guid?>> PostcodesOfAsync(this PbContext db, Round round, CancellationToken cancel)
    {
        var areas = await AreasByPlaceAsync(db, round, cancel);
        var found = new Dictionary<string, Guid?>();
        var listed = await db.Neighbourhoods.SelectMany(n => n.Postcodes).Select(p => new { p.Postcode, p.NeighbourhoodId }).ToListAsync(cancel);
        foreach (var postcode in listed.Where(postcode => areas.ContainsKey(postcode.NeighbourhoodId)))
            Note(found, postcode.Postcode, areas[postcode.NeighbourhoodId]);

        var (bounded, known) = (await BoundedPlaces.ReadAsync(db, cancel), listed.Select(postcode => postcode.Postcode).ToHashSet());
        await foreach (var position in db.PostcodePositions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            if (!known.Contains(position.Postcode))
                foreach (var place in bounded.Around(new(position.Longitude, position.Latitude)).Where(areas.ContainsKey))
                    Note(found, position.Postcode, areas[place]);
        return found;
    }

    static void Note(Dictionary<string, Guid?> found, string postcode, Guid area) =>
        found[postcode] = found.TryGetValue(postcode, out var other) && other != area ? null : area;

    // A place inside a smaller area of the round belongs to that one, not to the larger one around both.
    static async Task<Dictionary<Guid, Guid>> AreasByPlaceAsync(PbContext db, Round round, CancellationToken cancel)
    {
        var within = new List<(Guid Area, List<Guid> Places)>();
        foreach (var area in round.Neighbourhoods.Select(part => part.NeighbourhoodId))
            within.Add((area, await db.WithinAsync(area, cancel)));
        var byPlace = new Dictionary<Guid, Guid>();
        foreach (var (area, places) in within.OrderByDescending(part => part.Places.Count))
            foreach (var place in places)
                byPlace[place] = area;
        return byPlace;
    }
}
