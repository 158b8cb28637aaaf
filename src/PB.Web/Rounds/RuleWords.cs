using Microsoft.Extensions.Localization;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Rounds;

/// <summary>The rules of ballot and count in sentences that can be read aloud.</summary>
static class RuleWords
{
    public static IEnumerable<string> Ballot(Round round, IStringLocalizer<Words> words)
    {
        var rules = round.Rules;
        yield return (rules.Type, rules.MinChoices, rules.MaxChoices) switch
        {
            (BallotType.Knapsack, _, _) => words["You spend the pot yourself: choose projects that together cost {0} or less.", round.Pot.Amount.Written(round.Currency)],
            (BallotType.Approval, _, null) => words["You choose as many projects as you like."],
            (BallotType.Approval, 1, 1) => words["You choose one project."],
            (BallotType.Approval, 1, var most) => words["You choose up to {0} projects.", most.Value],
            (BallotType.Ranking, _, null) => words["You put projects in an order, the best first."],
            (BallotType.Ranking, _, var most) => words["You put up to {0} projects in an order, the best first.", most.Value],
            (BallotType.Approval, var least, var most) => words["You choose from {0} to {1} projects.", least, most.Value],
        };
        if (rules.Type is not BallotType.Ranking)
            yield return words["Each project that you choose gets one vote from you. The order does not matter."];
        yield return rules.AllowChange
            ? words["You can change your ballot until voting closes. Only your last one counts."]
            : words["Once you have sent your ballot it cannot be changed."];
        yield return words["Everybody has one ballot. Your choices lie apart from your name, and no member of staff can look them up."];
    }

    public static IEnumerable<string> Count(BallotRules rules, IStringLocalizer<Words> words)
    {
        foreach (var sentence in Rule(rules.Rule, words))
            yield return sentence;
        if (rules.Rule.GoesDownAList())
            yield return DoesNotFit(rules.WhenItDoesNotFit, words);
        yield return rules.MinimumVotes > 1
            ? words["A project with fewer than {0} votes is not funded.", rules.MinimumVotes]
            : words["A project that nobody votes for is not funded."];
        yield return Ties(rules, words);
    }

    /// <summary>What the rule does.</summary>
    public static IEnumerable<string> Rule(CountingRule rule, IStringLocalizer<Words> words) => rule switch
    {
        CountingRule.MostVotes => [words["We go through the projects from the most votes to the fewest, and fund each one that the money still covers."]],
        CountingRule.MostVotesPerCost => [words["We divide each project’s votes by its price. We go from the most votes for each pound to the fewest, and fund each one that the money still covers."]],
        CountingRule.EqualShares =>
        [
            .. Shares(words),
            words["If money is left that could still pay for a project, we raise everybody’s share a little and begin again, as long as the pot is enough."],
            words["What is left then goes to the projects with the most votes that still fit."],
        ],
        CountingRule.EqualSharesThenVotes => [.. Shares(words), words["What is left then goes to the projects with the most votes that still fit."]],
        CountingRule.EqualSharesAlone => [.. Shares(words), words["What is left stays in the pot."]],
        CountingRule.Phragmen =>
        [
            words["Every voter gets money at the same speed. As soon as the people who chose a project have its price together, they buy it, and start again from nothing."],
            words["We stop when the next project costs more than what is left."],
        ],
    };

    static IEnumerable<string> Shares(IStringLocalizer<Words> words) =>
    [
        words["We divide the pot equally: every voter has the same share to spend."],
        words["A project is funded when the people who chose it can pay for it together. The one that takes the smallest part of its voters’ shares for its price goes first."],
    ];

    static string DoesNotFit(WhenItDoesNotFit what, IStringLocalizer<Words> words) => what switch
    {
        WhenItDoesNotFit.Skip => words["When a project costs more than what is left, we pass over it and go on to the next."],
        WhenItDoesNotFit.Stop => words["When a project costs more than what is left, we stop there. Nothing after it is funded."],
        WhenItDoesNotFit.PartFund => words["When a project costs more than what is left, it gets what is left if that is at least 80% of its cost. Then we stop."],
        WhenItDoesNotFit.TopUp => words["When a project costs more than what is left, the council adds the rest if at least 80% of its cost is there. Then we stop."],
    };

    public static string Publication(Round round, IStringLocalizer<Words> words) => round.PublishAtOnce
        ? words["The result is published as soon as the votes are counted."]
        : words["The result is published when somebody who did not set up the round has checked it."];

    public static string Ties(BallotRules rules, IStringLocalizer<Words> words) => (rules.Rule is CountingRule.MostVotes, rules.Ties) switch
    {
        (true, TieOrder.CheaperFirst) => words["If two projects have the same number of votes, the cheaper one goes first; if they cost the same, the one with the lower number."],
        (true, TieOrder.LowerNumberFirst) => words["If two projects have the same number of votes, the one with the lower number on the ballot goes first."],
        (true, TieOrder.Lot) => words["If two projects have the same number of votes, a lot decides. Anybody can draw it again and get the same answer."],
        (false, TieOrder.CheaperFirst) => words["If two projects are equal, the cheaper one goes first; if they cost the same, the one with the lower number."],
        (false, TieOrder.LowerNumberFirst) => words["If two projects are equal, the one with the lower number on the ballot goes first."],
        (false, TieOrder.Lot) => words["If two projects are equal, a lot decides. Anybody can draw it again and get the same answer."],
    };
}
