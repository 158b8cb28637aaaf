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
            (BallotType.Approval, var least, var most) => words["You choose from {0} to {1} projects.", least, most.Value],
        };
        yield return words["Each project that you choose gets one vote from you. The order does not matter."];
        yield return rules.AllowChange
            ? words["You can change your ballot until voting closes. Only your last one counts."]
            : words["Once you have sent your ballot it cannot be changed."];
        yield return words["Everybody has one ballot. Your choices lie apart from your name, and no member of staff can look them up."];
    }

    public static IEnumerable<string> Count(BallotRules rules, IStringLocalizer<Words> words)
    {
        yield return words["We go through the projects from the most votes to the fewest, and fund each one that the money still covers."];
        yield return rules.WhenItDoesNotFit switch
        {
            WhenItDoesNotFit.Skip => words["When a project costs more than what is left, we pass over it and go on to the next."],
            WhenItDoesNotFit.Stop => words["When a project costs more than what is left, we stop there. Nothing after it is funded."],
            WhenItDoesNotFit.PartFund => words["When a project costs more than what is left, it gets what is left if that is at least 80% of its cost. Then we stop."],
            WhenItDoesNotFit.TopUp => words["When a project costs more than what is left, the council adds the rest if at least 80% of its cost is there. Then we stop."],
        };
        yield return rules.MinimumVotes > 1
            ? words["A project with fewer than {0} votes is not funded.", rules.MinimumVotes]
            : words["A project that nobody votes for is not funded."];
        yield return Ties(rules.Ties, words);
    }

    public static string Publication(Round round, IStringLocalizer<Words> words) => round.PublishAtOnce
        ? words["The result is published as soon as the votes are counted."]
        : words["The result is published when somebody who did not set up the round has checked it."];

    public static string Ties(TieOrder ties, IStringLocalizer<Words> words) => ties switch
    {
        TieOrder.CheaperFirst => words["If two projects have the same number of votes, the cheaper one goes first; if they cost the same, the one with the lower number."],
        TieOrder.LowerNumberFirst => words["If two projects have the same number of votes, the one with the lower number on the ballot goes first."],
        TieOrder.Lot => words["If two projects have the same number of votes, a lot decides. Anybody can draw it again and get the same answer."],
    };
}
