namespace PB.Neighbourhoods;

/// <summary>A postcode that lies in a neighbourhood; the same postcode may lie in several that overlap.</summary>
public sealed class NeighbourhoodPostcode
{
    NeighbourhoodPostcode() { }

    internal NeighbourhoodPostcode(Guid neighbourhoodId, string postcode) =>
        (NeighbourhoodId, Postcode) = (neighbourhoodId, postcode);

    public Guid NeighbourhoodId { get; private set; }

    /// <summary>In its normal form, see <see cref="Neighbourhoods.Postcode"/>.</summary>
    public string Postcode { get; private set; } = "";
}
