using PB.Data;

namespace PB.Neighbourhoods;

/// <summary>A part of town (or a community) that decides on money together; may lie inside a larger one.</summary>
public sealed class Neighbourhood
{
    readonly List<NeighbourhoodAlias> aliases = [];
    readonly List<NeighbourhoodPostcode> postcodes = [];

    Neighbourhood() { }

    public Neighbourhood(string name, string slug, Guid? parentId, DateTimeOffset now)
    {
        Id = Ids.New(now);
        Name = name;
        Slug = slug;
        ParentId = parentId;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";

    /// <summary>Whom residents ask: a name, and how to reach them.</summary>
    public string Contact { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    /// <summary>The boundary as a GeoJSON geometry (Polygon or MultiPolygon, WGS 84), or null.</summary>
    public string? Boundary { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public IReadOnlyList<NeighbourhoodAlias> Aliases => aliases;
    public IReadOnlyList<NeighbourhoodPostcode> Postcodes => postcodes;

    public void Describe(string about, string contact)
    {
        About = about;
        Contact = contact;
    }

    public void PlaceInside(Guid? parentId) => ParentId = parentId;

    public void Bound(string? geoJson) => Boundary = geoJson;

    /// <summary>Gives a new name; the old one stays as an alias, so that old links and letters still lead here.</summary>
    public void Rename(string name, string slug, DateTimeOffset now)
    {
        if (slug != Slug && aliases.All(alias => alias.Slug != Slug))
            aliases.Add(new NeighbourhoodAlias(Id, Slug, Name, now));
        aliases.RemoveAll(alias => alias.Slug == slug);
        Name = name;
        Slug = slug;
    }

    /// <returns>How many of them it did not cover before.</returns>
    public int Cover(IEnumerable<Postcode> covered)
    {
        var known = postcodes.Select(own => own.Postcode).ToHashSet();
        var added = covered.Where(postcode => known.Add(postcode.Text)).ToList();
        postcodes.AddRange(added.Select(postcode => new NeighbourhoodPostcode(Id, postcode.Text)));
        return added.Count;
    }
}
