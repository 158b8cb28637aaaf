namespace PB.Results;

/// <summary>All that a stranger needs to check a result, in one zip: written once for each version of a result, and never changed.</summary>
public sealed class Pack
{
    Pack() { }

    public Pack(Guid roundId, int version, int level, byte[] zip, DateTimeOffset now) =>
        (RoundId, Version, Level, Zip, MadeAt) = (roundId, version, level, zip, now);

    public Guid RoundId { get; private set; }

    /// <summary>The version of the result that it is of.</summary>
    public int Version { get; private set; }

    /// <summary>How much of the ballots is in it: 1 each ballot, 2 each project's entries, 3 totals only.</summary>
    public int Level { get; private set; }

    public byte[] Zip { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }
}
