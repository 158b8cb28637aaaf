using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>The result of counting an election, with the trace from which each decision can be explained and checked.</summary>
/// <remarks>
/// Plain data: <c>JsonSerializer</c> writes and reads it without any options, always to the same bytes for the same election and rule.
/// Two counts are equal if all of that is equal.
/// </remarks>
public sealed record Count
{
    /// <summary>The name of the rule that counted, such as <see cref="GreedyRule.Name"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>The money that was to share out.</summary>
    public required Money Budget { get; init; }

    /// <summary>The sum of all awards; at most <see cref="Budget"/>, except for what <see cref="WhenItDoesNotFit.TopUp"/> takes from a reserve.</summary>
    public required Money Spent { get; init; }

    /// <summary>The number of ballots, blank ones included, each as often as it was cast.</summary>
    public required int Ballots { get; init; }

    /// <summary>One line for each project, in the order of decision.</summary>
    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>The ties that mattered, in the order in which they came up.</summary>
    public required ImmutableArray<Tie> Ties { get; init; }

    /// <summary>
    /// With how much money each voter started the run of equal shares that is the outcome, in minor units, exactly; null if no such rule counted.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fraction? EachVoterHad { get; init; }

    /// <summary>How often every voter's money had been raised for that run (see <see cref="Increase"/>); null if no such rule counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Increases { get; init; }

    /// <summary>The numbers of the projects that get their whole cost, in the order of decision.</summary>
    [JsonIgnore]
    public IEnumerable<int> Funded => Steps.Where(step => step.IsFunded).Select(step => step.Number);

    /// <summary>True if the other count says the same.</summary>
    /// <param name="other">The count to compare with.</param>
    public bool Equals(Count? other) =>
        other is not null && Rule == other.Rule && Budget == other.Budget && Spent == other.Spent && Ballots == other.Ballots
        && EachVoterHad == other.EachVoterHad && Increases == other.Increases && Steps.SequenceEqual(other.Steps) && Ties.SequenceEqual(other.Ties);

    /// <summary>A hash code that fits <see cref="Equals(Count)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Rule, Budget, Spent, Ballots, Steps.Length, Ties.Length);
}
