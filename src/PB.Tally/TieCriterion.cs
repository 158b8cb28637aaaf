using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>One way to put projects in order that are otherwise equal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TieCriterion>))]
public enum TieCriterion
{
    /// <summary>The lower number on the ballot first. Numbers are unique, so nothing after it is ever looked at.</summary>
    Number,

    /// <summary>The lower cost first.</summary>
    Price,

    /// <summary>More votes first. Never decides a tie of <see cref="GreedyRule"/>, whose ties are on equal votes; other rules need it.</summary>
    Votes,

    /// <summary>The smaller ticket of a published lot first; see <see cref="PB.Tally.Lot"/>.</summary>
    Lot,
}
