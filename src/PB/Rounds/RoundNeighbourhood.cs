namespace PB.Rounds;

/// <summary>A neighbourhood that takes part in a round.</summary>
public sealed class RoundNeighbourhood
{
    RoundNeighbourhood() { }

    internal RoundNeighbourhood(Guid roundId, Guid neighbourhoodId) =>
        (RoundId, NeighbourhoodId) = (roundId, neighbourhoodId);

    public Guid RoundId { get; private set; }
    public Guid NeighbourhoodId { get; private set; }
}
