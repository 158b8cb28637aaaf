using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Ballots;
using PB.Tally;

namespace PB.Results;

/// <summary>What is stored of a count: the frozen ballot paper, the trace, and how many took part.</summary>
public sealed record ResultDocument
{
    static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Format { get; init; } = "pb-result/1";
    public required BallotPaper.Line[] Projects { get; init; }
    public required string Currency { get; init; }
    public required Count Count { get; init; }

    /// <summary>From what the lot was drawn, where one was.</summary>
    public string? LotSeed { get; init; }

    public static ResultDocument Of(BallotPaper paper, ImmutableArray<Ballot> ballots)
    {
        var seed = LotSeedOf(paper, ballots);
        var count = RoundCount.Of(paper, ballots, seed);
        return new ResultDocument
        {
            Projects = [.. paper.Projects],
            Currency = paper.Currency,
            Count = count,
            LotSeed = count.Ties.Any(tie => tie.DecidedBy is TieCriterion.Lot) ? seed : null,
        };
    }

    public static ResultDocument Read(string json) => JsonSerializer.Deserialize<ResultDocument>(json, Layout)!;

    public string Text() => JsonSerializer.Serialize(this, Layout);

    public string TitleOf(int number) => Projects.Single(project => project.Number == number).Title;

    // The lot cannot be foreseen while a single ballot may still come, and anybody can draw it again from the published ballots.
    static string LotSeedOf(BallotPaper paper, ImmutableArray<Ballot> ballots)
    {
        var lines = ballots.Select(ballot => $"{BallotContent.Write(ballot.Numbers)} x {ballot.Times}\n").Order(StringComparer.Ordinal);
        return $"{paper.Fingerprint()}|{BallotContent.Fingerprint(string.Concat(lines))}";
    }
}
