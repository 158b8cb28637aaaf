using System.Text.Json.Serialization;
using PB.Tally;

namespace PB.Cli.Verify;

/// <summary>The frozen rules of a round, as <c>rules.json</c> has them.</summary>
sealed record PackRules
{
    public required string Format { get; init; }
    public required Guid Round { get; init; }
    public required string Currency { get; init; }
    public required Money Budget { get; init; }
    public required PackBallotRules Rules { get; init; }
    public required PackLine[] Projects { get; init; }
    public required int[][] Exclusive { get; init; }
}

sealed record PackBallotRules
{
    public const string MostVotes = "greedy_cost", MostVotesPerCost = "greedy_card";

    public required string Type { get; init; }
    public required int MinChoices { get; init; }
    public int? MaxChoices { get; init; }
    /// <summary>Not named in packs from when there was only one.</summary>
    public string Rule { get; init; } = MostVotes;

    /// <summary>True if the votes of each project are enough to count: who chose what together does not matter.</summary>
    public bool LooksAtVotesOnly => Rule is MostVotes or MostVotesPerCost;

    public required WhenItDoesNotFit WhenItDoesNotFit { get; init; }
    public required int MinimumVotes { get; init; }
    public required string Ties { get; init; }
}

/// <summary>A project as it stood on the ballot; written into the result in this order.</summary>
sealed record PackLine([property: JsonPropertyOrder(0)] int Number, [property: JsonPropertyOrder(1)] string Title, [property: JsonPropertyOrder(2)] Money Price);

/// <summary>The set-up, leaf 0 of the log.</summary>
sealed record PackSetup(string Format, Guid Round, string Rules, string Algorithm, string LogKey);

sealed record PackPublication(string Format, int Level, long Ballots, long Alone);

sealed record PackSeed(string Format, string Scheme, string? Seed);

sealed record PackClose(string Format, long Ballots, long Tags, long Voters);

sealed record PackAnnulment(string Leaf);
