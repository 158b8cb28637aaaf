using System.Globalization;
using PB.Data;
using PB.Neighbourhoods;

namespace PB.Web.Demonstration;

/// <summary>Marlbridge: a town on a river, its poorer east and its richer west, and two areas that lie across the others.</summary>
static class DemonstratePlaces
{
    const string East = "Ask Maya Okoro: east@marlbridge.example, 01632 960 201, or at Quayside Library on Tuesdays";
    const string West = "Ask Gareth Llewellyn: west@marlbridge.example, 01632 960 202, or at Orchard Vale Library on Thursdays";

    sealed record Place(string Name, string? Inside, string About, string Contact, string Codes, string Corners);

    // Corners are longitudes west of 2°, and latitudes north of 51°, in thousandths; neighbours share them.
    static readonly Place[] All =
    [
        new("Marlbridge", null, "A river town of 61,000 people, with the hills on one side and the docks on the other.", "Ask the town hall: hello@marlbridge.example, 01632 960 200", "",
            "345,725 322,731 300,728 275,732 252,722 248,704 255,686 280,678 298,675 325,677 348,688 352,707"),
        new("East Marlbridge", "marlbridge", "The old docks and mills, and the streets that were built for the people who worked there.", East, "",
            "300,728 275,732 252,722 248,704 255,686 280,678 298,675 294,686 301,697 297,708 304,718"),
        new("West Marlbridge", "marlbridge", "Orchards, villages on the hill, and the newer parts of town.", West, "",
            "300,728 304,718 297,708 301,697 294,686 298,675 325,677 348,688 352,707 345,725 322,731"),
        new("Eastfield", "east-marlbridge", "Terraces and tower blocks around a large green, close to the station.", East, "MB1 1", "300,728 275,732 252,722 272,712 304,718"),
        new("Tanners Row", "east-marlbridge", "The market, the Corn Hall and narrow streets that climb from the river.", East, "MB1 2", "304,718 272,712 252,722 248,704 274,699 301,697 297,708"),
        new("Quayside", "east-marlbridge", "Warehouses, flats and the ferry landing.", East, "MB1 3", "301,697 274,699 270,688 280,678 298,675 294,686"),
        new("Saltmarsh End", "east-marlbridge", "Houses between the railway, the ditches and the marsh.", East, "MB1 4", "274,699 248,704 255,686 280,678 270,688"),
        new("Westhill", "west-marlbridge", "A village on the hill, with the widest view of the river.", West, "MB2 1", "345,725 322,731 300,728 304,718 297,708 325,703 352,707"),
        new("Orchard Vale", "west-marlbridge", "Gardens, old pear orchards and two schools.", West, "MB2 2", "352,707 325,703 297,708 301,697 322,692 348,688"),
        new("Fairmead", "west-marlbridge", "New streets around the recreation ground.", West, "MB2 3", "348,688 322,692 301,697 294,686 298,675 325,677"),
        new("Riverside", "marlbridge", "Both banks of the river: parts of Quayside and of Orchard Vale that decide together on what they share.",
            "Ask Maya Okoro or Gareth Llewellyn: river@marlbridge.example", "MB1 3A,MB2 2A", "312,718 297,720 289,708 293,697 286,686 302,685 309,697 305,708"),
        new("Old Town", "marlbridge", "The streets inside the old walls, in Tanners Row and Quayside.", East, "MB1 2A,MB1 3B", "303,712 283,711 281,696 303,699"),
    ];

    public static Dictionary<string, Neighbourhood> Make(PbContext db, DateTimeOffset now)
    {
        var made = new Dictionary<string, Neighbourhood>();
        foreach (var place in All)
        {
            var slug = Slug.Of(place.Name);
            var neighbourhood = new Neighbourhood(place.Name, slug, place.Inside is null ? null : made[place.Inside].Id, now);
            neighbourhood.Describe(place.About, place.Contact);
            neighbourhood.Bound(Boundary(place.Corners));
            neighbourhood.Cover(Postcodes(place.Codes));
            db.Add(made[slug] = neighbourhood);
        }

        // Old letters call it so.
        made["saltmarsh-end"].Rename("Saltmarsh Estate", "saltmarsh-estate", now);
        made["saltmarsh-end"].Rename("Saltmarsh End", "saltmarsh-end", now);
        return made;
    }

    /// <summary>A point inside a neighbourhood, not far from its middle.</summary>
    public static (double Latitude, double Longitude) PointIn(string slug, DemonstrateChance chance)
    {
        var corners = Corners(All.Single(place => Slug.Of(place.Name) == slug).Corners).ToList();
        var (south, west) = (corners.Average(c => c.Latitude), corners.Average(c => c.Longitude));
        return (Math.Round(south + (chance.Below(7) - 3) / 1000.0, 4), Math.Round(west + (chance.Below(11) - 5) / 1000.0, 4));
    }

    static IEnumerable<(double Latitude, double Longitude)> Corners(string corners) =>
        corners.Split(' ').Select(corner => corner.Split(','))
            .Select(corner => (51 + Thousandths(corner[1]), -(2 + Thousandths(corner[0]))));

    static double Thousandths(string text) => int.Parse(text, CultureInfo.InvariantCulture) / 1000.0;

    static string Boundary(string corners)
    {
        var ring = Corners(corners).Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Longitude:0.000},{c.Latitude:0.000}]")).ToList();
        return $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', [.. ring, ring[0]])}}]]}""";
    }

    // "MB1 1" stands for MB1 1AA to MB1 1DN, "MB1 3A" for MB1 3AA to MB1 3AN.
    static IEnumerable<Postcode> Postcodes(string codes) =>
        from stem in codes.Split(',', StringSplitOptions.RemoveEmptyEntries)
        from whole in char.IsAsciiDigit(stem[^1]) ? [$"{stem}A", $"{stem}B", $"{stem}D"] : new[] { stem }
        from last in "ABDEFGHJLN"
        select Postcode.TryParse(whole + last, out var postcode) ? postcode : throw new InvalidOperationException($"{whole}{last} is no postcode.");
}
