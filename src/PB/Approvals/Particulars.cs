using System.Text.Json;
using System.Text.Json.Serialization;

namespace PB.Approvals;

/// <summary>What exactly an act will do: the second person is shown it, and the database does nothing else.</summary>
public sealed record Particulars
{
    static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Which version of the result is certified.</summary>
    public int? Version { get; init; }

    /// <summary>When voting closes from now on.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Why a ballot should not have been cast.</summary>
    public RollReason? Because { get; init; }

    /// <summary>Which register was read in, and how many people it has.</summary>
    public Guid? Import { get; init; }

    public int? People { get; init; }

    public static Particulars Read(string json) => JsonSerializer.Deserialize<Particulars>(json, Layout)!;

    public string Text() => JsonSerializer.Serialize(this, Layout);
}

/// <summary>The only reasons for which a ballot is annulled: all have to do with the roll, none with what was chosen.</summary>
public enum RollReason
{
    NotEligible,
    SamePerson,
    Fraud,
}
