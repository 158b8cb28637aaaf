using System.Globalization;
using System.Text.Json;

namespace PB.Web.Proposals;

/// <summary>Dots on a plain map: the boundaries of the neighbourhoods, drawn by the server.</summary>
public sealed record PlaceMap(IReadOnlyList<MapPin> Pins, IReadOnlyList<string> Areas)
{
    public const int Width = 400, Height = 300;
    const int Margin = 20;

    /// <returns>Null where there is no dot to show.</returns>
    public static PlaceMap? Of(IReadOnlyList<MapSpot> spots, IEnumerable<string> boundaries)
    {
        if (spots.Count == 0) return null;
        var areas = boundaries.Select(Rings).ToList();
        var points = spots.Select(spot => (spot.Longitude, spot.Latitude)).Concat(areas.SelectMany(area => area).SelectMany(ring => ring)).ToList();
        var frame = Frame.Around(points);
        return new PlaceMap(
            [.. spots.Select(spot => new MapPin(spot, frame.X(spot.Longitude), frame.Y(spot.Latitude)))],
            [.. areas.Select(area => string.Concat(area.Select(frame.Path)))]);
    }

    static List<(double Longitude, double Latitude)[]> Rings(string geoJson)
    {
        using var document = JsonDocument.Parse(geoJson);
        var coordinates = document.RootElement.GetProperty("coordinates").EnumerateArray();
        var polygons = document.RootElement.GetProperty("type").ValueEquals("MultiPolygon") ? coordinates.SelectMany(polygon => polygon.EnumerateArray()) : coordinates;
        return [.. polygons.Select(ring => ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())).ToArray())];
    }

    /// <summary>Fits a piece of the earth, small enough to be flat, into the picture.</summary>
    sealed record Frame(double West, double North, double Scale, double Narrowing)
    {
        public static Frame Around(IReadOnlyCollection<(double Longitude, double Latitude)> points)
        {
            var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
            var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
            var narrowing = Math.Max(0.01, Math.Cos((south + north) / 2 * Math.PI / 180));
            // A lone dot gets about a kilometre around it.
            var scale = Math.Min((Width - 2 * Margin) / Math.Max((east - west) * narrowing, 0.01), (Height - 2 * Margin) / Math.Max(north - south, 0.01));
            return new Frame(
                (west + east) / 2 - Width / 2.0 / scale / narrowing, (south + north) / 2 + Height / 2.0 / scale, scale, narrowing);
        }

        public string X(double longitude) => Written((longitude - West) * Narrowing * Scale);

        public string Y(double latitude) => Written((North - latitude) * Scale);

        public string Path((double Longitude, double Latitude)[] ring) =>
            $"M{string.Join('L', ring.Select(point => $"{X(point.Longitude)} {Y(point.Latitude)}"))}Z";

        static string Written(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
    }
}

public sealed record MapSpot(int Number, string Title, double Latitude, double Longitude);

public sealed record MapPin(MapSpot Spot, string X, string Y);
