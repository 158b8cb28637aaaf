using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Ballots;

/// <summary>All that a vote rests on, frozen when voting opens: projects, prices, pot, limits, and how it is counted.</summary>
/// <remarks>Its text is kept byte for byte beside the ballots; the count, the receipts and the published pack all name its fingerprint.</remarks>
public sealed record BallotPaper
{
    static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public string Format { get; init; } = "pb-rules/1";
    public required Guid Round { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>When voting was to close when the paper was frozen; it stands in the text for good.</summary>
    [JsonPropertyName("closesAt")]
    public required DateTimeOffset FrozenClose { get; init; }

    /// <summary>When voting closes after what two people decided since.</summary>
    [JsonIgnore]
    public DateTimeOffset? ClosesInstead { get; init; }

    [JsonIgnore]
    public DateTimeOffset ClosesAt => ClosesInstead ?? FrozenClose;

    public required string Currency { get; init; }
    public required Money Budget { get; init; }
    public required BallotRules Rules { get; init; }
    public required Eligibility Eligibility { get; init; }
    public required ImmutableArray<Line> Projects { get; init; }

    /// <summary>Sets of numbers of which at most one can be funded.</summary>
    public ImmutableArray<ImmutableArray<int>> Exclusive { get; init; } = [];

    /// <summary>A project as it stands on the ballot.</summary>
    public sealed record Line(int Number, string Title, Money Price);

    public static BallotPaper Of(Round round, IEnumerable<Proposal> onTheBallot) => new()
    {
        Round = round.Id,
        Title = round.Title,
        OpensAt = round.Calendar.VotingFrom!.Value,
        FrozenClose = round.Calendar.VotingUntil!.Value,
        Currency = round.Currency,
        Budget = round.Pot.Amount,
        Rules = round.Rules,
        Eligibility = round.Eligibility,
        Projects = [.. from p in onTheBallot orderby p.Number select new Line(p.Number!.Value, p.Title, p.BallotPrice ?? Money.Zero)],
    };

    public static BallotPaper Read(string text) => JsonSerializer.Deserialize<BallotPaper>(text, Layout)!;

    public string Text() => JsonSerializer.Serialize(this, Layout);

    /// <summary>SHA-256 of the frozen text, in hexadecimal.</summary>
    public string Fingerprint() => BallotContent.Fingerprint(Text());

    public Money CostOf(IEnumerable<int> numbers) =>
        new(Projects.Where(project => numbers.Contains(project.Number)).Sum(project => project.Price.MinorUnits));

    /// <summary>Why these choices cannot be a ballot, or null when they can. The one validator for every channel.</summary>
    public BallotRefusal? WhyRefused(IReadOnlyCollection<int> numbers)
    {
        var chosen = numbers.Distinct().ToList();
        if (chosen.Any(number => Projects.All(project => project.Number != number)))
            return BallotRefusal.NoSuchProject;
        if (chosen.Count < Rules.MinChoices)
            return BallotRefusal.TooFewChosen;
        if (chosen.Count > Rules.MaxChoices)
            return BallotRefusal.TooManyChosen;
        return Rules.Type is BallotType.Knapsack && CostOf(chosen) > Budget ? BallotRefusal.OverThePot : null;
    }
}
