using System.Globalization;
using System.Text;
using PB.Neighbourhoods;

namespace PB.Web.Neighbourhoods;

/// <summary>A plain map of a neighbourhood among those around it, as paths of an SVG.</summary>
/// <param name="Width">In units of the drawing.</param>
/// <param name="Height">In units of the drawing.</param>
/// <param name="Areas">In the order of drawing: the larger and further ones first.</param>
public sealed record NeighbourhoodMap(int Width, int Height, IReadOnlyList<NeighbourhoodMap.Area> Areas)
{
    const int Longest = 640, Margin = 16;

    public sealed record Area(string Name, bool IsHere, bool IsNamed, string Path, int X, int Y);

    /// <summary>The map, or null where nobody has said where the neighbourhood lies.</summary>
    public static NeighbourhoodMap? Of(Neighbourhood here, IEnumerable<Surroundings.Place> drawn)
    {
        if (RingsOf(here.Boundary) is not { Count: > 0 } own)
            return null;
        var all = drawn.Select(place => (place.Name, place.ParentId, place.Id, Rings: RingsOf(place.Boundary))).Where(place => place.Rings.Count > 0).ToList();
        var scale = new Scale([.. own, .. all.SelectMany(place => place.Rings)]);
        var smaller = all.Where(place => place.ParentId == here.Id).ToList();
        return new NeighbourhoodMap(scale.Width, scale.Height,
        [
            .. all.Except(smaller).Select(place => scale.Draw(place.Name, place.Rings, false, place.Id != here.ParentId)),
            scale.Draw(here.Name, own, true, smaller.Count == 0),
            .. smaller.Select(place => scale.Draw(place.Name, place.Rings, false, true)),
        ]);
    }

    static IReadOnlyList<IReadOnlyList<Position>> RingsOf(string? geoJson) =>
        geoJson is not null && Boundary.Read(geoJson, out var boundary) is null ? boundary!.Rings : [];

    /// <summary>Lays degrees on a flat drawing; good enough for a town, where the earth is flat.</summary>
    sealed class Scale
    {
        readonly double west, north, perDegree, shrink;

        public Scale(IReadOnlyList<IReadOnlyList<Position>> rings)
        {
            var all = rings.SelectMany(ring => ring).ToList();
            (west, north) = (all.Min(p => p.Longitude), all.Max(p => p.Latitude));
            shrink = Math.Max(0.01, Math.Cos(north * Math.PI / 180));
            var (across, down) = ((all.Max(p => p.Longitude) - west) * shrink, north - all.Min(p => p.Latitude));
            perDegree = Longest / Math.Max(Math.Max(across, down), 1e-6);
            (Width, Height) = ((int)(across * perDegree) + 2 * Margin, (int)(down * perDegree) + 2 * Margin);
        }

        public int Width { get; }

        public int Height { get; }

        public Area Draw(string name, IReadOnlyList<IReadOnlyList<Position>> rings, bool isHere, bool isNamed)
        {
            var path = new StringBuilder();
            foreach (var ring in rings)
                path.Append('M').AppendJoin('L', ring.Select(Written)).Append('Z');
            var largest = rings.MaxBy(ring => ring.Count)!;
            var middle = Place(new Position(
                (largest.Min(p => p.Longitude) + largest.Max(p => p.Longitude)) / 2, (largest.Min(p => p.Latitude) + largest.Max(p => p.Latitude)) / 2));
            return new Area(name, isHere, isNamed, path.ToString(), (int)middle.X, (int)middle.Y);
        }

        string Written(Position position)
        {
            var (x, y) = Place(position);
            return string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        }

        (double X, double Y) Place(Position position) =>
            ((position.Longitude - west) * shrink * perDegree + Margin, (north - position.Latitude) * perDegree + Margin);
    }
}
