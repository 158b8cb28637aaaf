using PB.Data;

namespace PB.Screening;

/// <summary>Two proposals of which at most one can be funded, as somebody confirmed; or that only looked so, as somebody said.</summary>
public sealed class Exclusion
{
    Exclusion() { }

    public Exclusion(Guid roundId, (int One, int Other) numbers, (Guid By, bool Excludes, string Reason) word, DateTimeOffset now)
    {
        (Id, RoundId, DecidedAt) = (Ids.New(now), roundId, now);
        (One, Other) = (Math.Min(numbers.One, numbers.Other), Math.Max(numbers.One, numbers.Other));
        (DecidedBy, Excludes, Reason) = word;
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }

    /// <summary>The lower number of the two.</summary>
    public int One { get; private set; }

    public int Other { get; private set; }
    public bool Excludes { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid DecidedBy { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }

    public void Become(bool excludes, string reason, Guid by, DateTimeOffset now) => (Excludes, Reason, DecidedBy, DecidedAt) = (excludes, reason, by, now);
}
