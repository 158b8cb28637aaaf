using System.Text.Json.Serialization;

namespace PB.Rounds;

/// <summary>The rules of the count that a manager can choose. In frozen rules each stands by the name that the field has for it.</summary>
public enum CountingRule
{
    /// <summary>From the most votes to the fewest.</summary>
    [JsonStringEnumMemberName("greedy_cost")]
    MostVotes,

    /// <summary>From the most votes for each pound to the fewest.</summary>
    [JsonStringEnumMemberName("greedy_card")]
    MostVotesPerCost,

    /// <summary>Equal shares, raised until nothing more fits, and what is left by votes.</summary>
    [JsonStringEnumMemberName("mes_cost_add1u")]
    EqualShares,

    /// <summary>Equal shares as they are, and what is left by votes.</summary>
    [JsonStringEnumMemberName("mes_cost_util")]
    EqualSharesThenVotes,

    /// <summary>Equal shares as they are; what is left stays in the pot.</summary>
    [JsonStringEnumMemberName("mes_cost")]
    EqualSharesAlone,

    /// <summary>Sequential Phragmén: money comes in evenly, and voters buy together.</summary>
    [JsonStringEnumMemberName("phragmen")]
    Phragmen,
}

public static class CountingRules
{
    /// <summary>The field's name for the rule, as <see cref="PB.Tally.Rules.Named"/> reads it.</summary>
    public static string Name(this CountingRule rule) => rule switch
    {
        CountingRule.MostVotes => "greedy_cost",
        CountingRule.MostVotesPerCost => "greedy_card",
        CountingRule.EqualShares => "mes_cost_add1u",
        CountingRule.EqualSharesThenVotes => "mes_cost_util",
        CountingRule.EqualSharesAlone => "mes_cost",
        CountingRule.Phragmen => "phragmen",
    };

    /// <summary>Whether projects are taken one after the other by a figure, so that it has to be said what happens when one does not fit.</summary>
    public static bool GoesDownAList(this CountingRule rule) => rule is CountingRule.MostVotes or CountingRule.MostVotesPerCost;

    public static bool IsEqualShares(this CountingRule rule) =>
        rule is CountingRule.EqualShares or CountingRule.EqualSharesThenVotes or CountingRule.EqualSharesAlone;
}
