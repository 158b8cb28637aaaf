using PB.Data;

namespace PB.Roll;

/// <summary>Codes that were made together: for letters to a street, for a class, for one person at the desk.</summary>
public sealed class CodeBatch
{
    CodeBatch() { }

    /// <param name="roundId">What they let people vote in.</param>
    /// <param name="kind">What they are for.</param>
    /// <param name="name">For whom: "Class 4B", "Letters to Mill Lane".</param>
    /// <param name="size">How many there are.</param>
    /// <param name="now">When they were made.</param>
    public CodeBatch(Guid roundId, CodeKind kind, string name, int size, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, Kind, Name, Size, MadeAt) = (roundId, kind, name, size, now);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public CodeKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public int Size { get; private set; }

    /// <summary>The neighbourhood of the round that their ballots count for; null where the round has one, or where people tell.</summary>
    public Guid? AreaId { get; private set; }

    public Guid MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? VoidedAt { get; private set; }
    public string? VoidedBecause { get; private set; }

    public CodeBatch MadeFor(Guid? area, Guid by)
    {
        (AreaId, MadeBy) = (area, by);
        return this;
    }

    public void Void(string reason, DateTimeOffset now) => (VoidedAt, VoidedBecause) = (now, reason);
}

/// <summary>What a batch of codes is for.</summary>
public enum CodeKind
{
    Letter,
    School,
    Desk,
}
