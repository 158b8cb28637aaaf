using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>What a greedy count puts projects in order by, highest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GreedyOrder>))]
public enum GreedyOrder
{
    /// <summary>
    /// All voters' satisfaction for each unit of cost, as in the academic rule. With <see cref="Satisfaction.Cost"/> that is the number of votes.
    /// A project that costs nothing comes before all others if it has any satisfaction.
    /// </summary>
    PerCost,

    /// <summary>
    /// What the ballots add up to, whatever the project costs, as cities do: the number of votes; with <see cref="Satisfaction.Points"/> the points;
    /// with <see cref="Satisfaction.Borda"/> the places, the last of a ranking counting 1 and its first as many as the ranking is long (one more for each
    /// voter than the academic value: cities count so).
    /// </summary>
    Score,
}
