using PB.Data;

namespace PB.Results;

/// <summary>A count of a round, stored whole with its trace, and never recomputed for display. A recount is a new version.</summary>
public sealed class Result
{
    Result() { }

    public Result(Guid roundId, int version, string rulesFingerprint, string document, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, Version, RulesFingerprint, Document, CountedAt) = (roundId, version, rulesFingerprint, document, now);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public int Version { get; private set; }

    /// <summary>Which frozen rules were counted by: the SHA-256 of their text, in hexadecimal.</summary>
    public string RulesFingerprint { get; private set; } = "";

    /// <summary>The whole count as JSON, to be read with <see cref="ResultDocument"/>.</summary>
    public string Document { get; private set; } = "";

    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>When everybody could read it; it stays to be read, whatever version comes after it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>How many ballots were left out, because they should not have been cast.</summary>
    public int Annulled { get; private set; }

    /// <summary>Which projects would be funded if those ballots counted; null where there are none.</summary>
    public int[]? FundedWithAnnulled { get; private set; }

    public void LeaveOut(int annulled, int[] fundedWithThem) => (Annulled, FundedWithAnnulled) = (annulled, fundedWithThem);

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;
}
