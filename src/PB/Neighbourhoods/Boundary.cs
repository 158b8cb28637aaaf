using System.Text.Json;

namespace PB.Neighbourhoods;

/// <summary>Where a neighbourhood lies: rings of longitude and latitude (WGS 84), read from GeoJSON.</summary>
/// <param name="Rings">The outlines of its areas and of the holes in them; each ends where it began.</param>
/// <param name="GeoJson">The geometry as text.</param>
public sealed record Boundary(IReadOnlyList<IReadOnlyList<Position>> Rings, string GeoJson)
{
    public const int MostPositions = 50_000;

    /// <summary>Whether a point lies inside: an odd number of outlines lies between it and the far west.</summary>
    public bool Contains(Position point) => Rings.Sum(ring => CrossingsOf(ring, point)) % 2 == 1;

    static int CrossingsOf(IReadOnlyList<Position> ring, Position point)
    {
        var crossings = 0;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if (a.Latitude > point.Latitude == b.Latitude > point.Latitude)
                continue;
            var longitude = a.Longitude + (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude);
            crossings += longitude < point.Longitude ? 1 : 0;
        }

        return crossings;
    }

    /// <summary>Takes a Polygon, a MultiPolygon, a Feature that has one, or a FeatureCollection with one such Feature.</summary>
    public static BoundaryRefusal? Read(string text, out Boundary? boundary)
    {
        boundary = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReadGeometry(document.RootElement, out boundary);
        }
        catch (JsonException)
        {
            return BoundaryRefusal.NotGeoJson;
        }
    }

    static BoundaryRefusal? ReadGeometry(JsonElement element, out Boundary? boundary)
    {
        boundary = null;
        switch (TypeOf(element))
        {
            case "FeatureCollection" when List(element, "features") is { } features:
                return features.Count == 1 ? ReadGeometry(features[0], out boundary) : BoundaryRefusal.NotOneArea;
            case "Feature" when element.TryGetProperty("geometry", out var geometry):
                return ReadGeometry(geometry, out boundary);
            case "Polygon" when List(element, "coordinates") is { } rings:
                return Of(rings, element, out boundary);
            case "MultiPolygon" when List(element, "coordinates") is { } polygons:
                return Of([.. polygons.SelectMany(polygon => List(polygon) ?? [default])], element, out boundary);
            case null:
                return BoundaryRefusal.NotGeoJson;
            default:
                return BoundaryRefusal.NotAnArea;
        }
    }

    static BoundaryRefusal? Of(List<JsonElement> lines, JsonElement geometry, out Boundary? boundary)
    {
        boundary = null;
        var rings = new List<IReadOnlyList<Position>>();
        foreach (var line in lines)
        {
            if (RingOf(line, out var ring) is { } refusal)
                return refusal;
            rings.Add(ring);
        }

        if (rings.Count == 0)
            return BoundaryRefusal.NotAnArea;
        if (rings.Sum(ring => ring.Count) > MostPositions)
            return BoundaryRefusal.TooDetailed;
        boundary = new Boundary(rings, geometry.GetRawText());
        return null;
    }

    static BoundaryRefusal? RingOf(JsonElement line, out List<Position> ring)
    {
        ring = [];
        if (List(line) is not { } pairs)
            return BoundaryRefusal.NotGeoJson;
        foreach (var pair in pairs)
        {
            if (List(pair) is not [var x, var y, ..] || !IsNumber(x, out var longitude) || !IsNumber(y, out var latitude))
                return BoundaryRefusal.NotGeoJson;
            if (longitude is not (>= -180 and <= 180) || latitude is not (>= -90 and <= 90))
                return BoundaryRefusal.NotOnTheGlobe;
            ring.Add(new Position(longitude, latitude));
        }

        return ring.Count < 4 || ring[0] != ring[^1] ? BoundaryRefusal.RingNotClosed : null;
    }

    static bool IsNumber(JsonElement element, out double number)
    {
        number = 0;
        return element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out number);
    }

    static string? TypeOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
            ? type.GetString() : null;

    static List<JsonElement>? List(JsonElement element, string property) =>
        element.TryGetProperty(property, out var list) ? List(list) : null;

    static List<JsonElement>? List(JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? [.. element.EnumerateArray()] : null;
}

/// <summary>A point of a boundary, in degrees.</summary>
public readonly record struct Position(double Longitude, double Latitude);

/// <summary>Why a file is no boundary.</summary>
public enum BoundaryRefusal
{
    NotGeoJson,
    NotAnArea,
    NotOneArea,
    NotOnTheGlobe,
    RingNotClosed,
    TooDetailed,
}
