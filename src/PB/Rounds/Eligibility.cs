using System.Text.Json.Serialization;

namespace PB.Rounds;

/// <summary>Who may vote in a round and how they prove it, as data and in words. Organisations never vote: each person does, for themselves.</summary>
/// <remarks>Papers that were frozen before there was a choice name none, and so their fingerprints stay.</remarks>
public sealed record Eligibility
{
    public int? MinimumAge { get; init; }
    public int? MaximumAge { get; init; }
    public string InWords { get; init; } = "";

    /// <summary>The day on which the age counts; null for the age that somebody gives with their address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AgeOn { get; init; }

    /// <summary>The community that a voter says to belong to; null where there is none to belong to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Membership { get; init; }

    /// <summary>What connects a voter with the round's neighbourhoods: any one of these is enough.</summary>
    [JsonIgnore]
    public Connections Connections { get; init; } = Connections.Lives;

    /// <summary>The ways to prove it.</summary>
    [JsonIgnore]
    public Proofs Proofs { get; init; } = Proofs.Declaration;

    /// <summary>As the frozen paper says it: nothing where it is as it was in every round before.</summary>
    [JsonPropertyName("connections"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Connections? OtherConnections
    {
        get => Connections is Connections.Lives ? null : Connections;
        init => Connections = value ?? Connections.Lives;
    }

    [JsonPropertyName("proofs"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Proofs? OtherProofs
    {
        get => Proofs is Proofs.Declaration ? null : Proofs;
        init => Proofs = value ?? Proofs.Declaration;
    }

    /// <summary>Whether the address and age that somebody gave once for all rounds are enough.</summary>
    [JsonIgnore]
    public bool IsPlain => this is { Connections: Connections.Lives, Proofs: Proofs.Declaration, AgeOn: null, Membership: null };

    /// <summary>Whether everybody gives name and birthday, of which a keyed hash is kept: so that nobody votes once in each way.</summary>
    [JsonIgnore]
    public bool AsksWho => Proofs is not (Proofs.Declaration or Proofs.Letter or Proofs.School);
}

/// <summary>What connects somebody with a neighbourhood.</summary>
[Flags]
public enum Connections
{
    Lives = 1,
    Works = 2,
    Studies = 4,
}

/// <summary>How somebody can prove that they may vote.</summary>
[Flags]
public enum Proofs
{
    /// <summary>An account, and their word.</summary>
    Declaration = 1,

    /// <summary>A match with a register that was read in.</summary>
    Register = 2,

    /// <summary>A code from a letter.</summary>
    Letter = 4,

    /// <summary>A code that a teacher or the leader of a group hands out; nothing else is asked.</summary>
    School = 8,

    /// <summary>Staff who saw them in person.</summary>
    Desk = 16,
}
