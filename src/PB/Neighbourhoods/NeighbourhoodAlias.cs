namespace PB.Neighbourhoods;

/// <summary>A name that a neighbourhood once had.</summary>
public sealed class NeighbourhoodAlias
{
    NeighbourhoodAlias() { }

    internal NeighbourhoodAlias(Guid neighbourhoodId, string slug, string name, DateTimeOffset until) =>
        (NeighbourhoodId, Slug, Name, UsedUntil) = (neighbourhoodId, slug, name, until);

    public Guid NeighbourhoodId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public DateTimeOffset UsedUntil { get; private set; }
}
