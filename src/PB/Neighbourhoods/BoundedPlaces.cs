using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Neighbourhoods;

/// <summary>The neighbourhoods that have a boundary, to find out which of them a point lies in.</summary>
public sealed class BoundedPlaces
{
    readonly List<(Guid Id, Boundary Boundary)> places = [];
    readonly List<(double West, double East, double South, double North)> boxes = [];

    public static async Task<BoundedPlaces> ReadAsync(PbContext db, CancellationToken cancel)
    {
        var all = new BoundedPlaces();
        foreach (var place in await db.Neighbourhoods.Where(n => n.Boundary != null).Select(n => new { n.Id, n.Boundary }).ToListAsync(cancel))
            if (Boundary.Read(place.Boundary!, out var boundary) is null)
                all.Add(place.Id, boundary!);
        return all;
    }

    void Add(Guid id, Boundary boundary)
    {
        var points = boundary.Rings.SelectMany(ring => ring).ToList();
        places.Add((id, boundary));
        boxes.Add((points.Min(p => p.Longitude), points.Max(p => p.Longitude), points.Min(p => p.Latitude), points.Max(p => p.Latitude)));
    }

    /// <summary>Whether a point lies within about two kilometres of a boundary: a boundary that is drawn again later finds it.</summary>
    public bool IsNear(Position point)
    {
        const double margin = 0.03;
        return boxes.Exists(box => box.West - margin < point.Longitude && point.Longitude < box.East + margin
            && box.South - margin < point.Latitude && point.Latitude < box.North + margin);
    }

    public IEnumerable<Guid> Around(Position point) => from place in places where place.Boundary.Contains(point) select place.Id;
}

/// <summary>Asks the boundaries where the lists of postcodes do not know.</summary>
static class BoundedAround
{
    public static async Task<List<Guid>> BoundedAroundAsync(this PbContext db, Postcode postcode, CancellationToken cancel)
    {
        if (await db.PostcodePositions.AsNoTracking().SingleOrDefaultAsync(position => position.Postcode == postcode.Text, cancel) is not { } found)
            return [];
        var around = (await BoundedPlaces.ReadAsync(db, cancel)).Around(new Position(found.Longitude, found.Latitude)).ToHashSet();
        foreach (var place in around.ToList())
            around.UnionWith(await db.AroundAsync(place, cancel));
        return [.. around];
    }
}
