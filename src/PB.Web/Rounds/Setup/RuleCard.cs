// Longer than the house allows: the cards are one list of texts.
using Microsoft.Extensions.Localization;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Rounds.Setup;

/// <summary>A rule of the count as a card to choose: its name, what it does, for whom it is good, and what people will ask.</summary>
sealed record RuleCard(CountingRule Rule, string Name, string Does, string GoodFor, string Asked)
{
    /// <summary>The first of its family, which most people who use the family choose.</summary>
    public bool IsUsual { get; private init; }

    public static IReadOnlyList<RuleCard> All(IStringLocalizer<Words> words) => [.. Enum.GetValues<CountingRule>().Select(rule => Of(rule, words))];

    public static string NameOf(CountingRule rule, IStringLocalizer<Words> words) => rule switch
    {
        CountingRule.MostVotes => words["Most votes first"],
        CountingRule.MostVotesPerCost => words["Most votes for each pound first"],
        CountingRule.EqualShares => words["Equal shares"],
        CountingRule.EqualSharesThenVotes => words["Equal shares, the rest by votes"],
        CountingRule.EqualSharesAlone => words["Equal shares, the rest is kept"],
        CountingRule.Phragmen => words["Saving up together"],
    };

    static RuleCard Of(CountingRule rule, IStringLocalizer<Words> words)
    {
        var name = NameOf(rule, words);
        return rule switch
        {
            CountingRule.MostVotes => new(rule, name,
                words["The project with the most votes is funded, then the next, until the money is used up."],
                words["rounds in which most people want much the same, and where it must be explained in one sentence."],
                words["“We are a third of the voters. Why is nothing of ours funded?”"])
            { IsUsual = true },
            CountingRule.MostVotesPerCost => new(rule, name,
                words["Votes are divided by the price, so that cheap projects come first."],
                words["small pots and many small ideas."],
                words["“Ours had the most votes. Why did it lose to a cheaper one?”"]),
            CountingRule.EqualShares => new(rule, name,
                words["Everybody has the same share of the pot. People pay for the projects that they chose, together with others. Shares are raised until nothing more fits."],
                words["towns with different groups and places: each group decides on about its share of the money."],
                words["“Ours had more votes than one that won. Why?” Because your voters’ money had gone to other projects of theirs."])
            { IsUsual = true },
            CountingRule.EqualSharesThenVotes => new(rule, name,
                words["The same, but shares are not raised. What is left goes to the projects with the most votes."],
                words["those who want equal shares with one step less to explain."],
                words["“Why did the last part go by votes again?”"]),
            CountingRule.EqualSharesAlone => new(rule, name,
                words["The same, but what nobody can pay for together stays in the pot. That can be much."],
                words["rounds whose left-over money goes into the next round."],
                words["“Money is left. Why is our project not funded?”"]),
            CountingRule.Phragmen => new(rule, name,
                words["Everybody saves at the same speed. As soon as the people who chose a project have its price together, they buy it. We stop at the first that no longer fits."],
                words["those who want a fair order, one project after the other."],
                words["“Money is left. Why did you stop?”"]),
        };
    }
}
