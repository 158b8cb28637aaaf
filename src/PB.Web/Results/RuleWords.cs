using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Tally;
using PB.Web.Ballots;
using PB.Web.Look;

namespace PB.Web.Results;

/// <summary>Says in words how a round is counted.</summary>
static class RuleWords
{
    public static IEnumerable<string> Rules(this IStringLocalizer<Words> text, BallotPaper paper)
    {
        yield return text["On the ballot stood: {0}.", text.Task(paper)];
        yield return text["Projects are looked at in the order of their votes, most votes first. Each gets its whole price as long as the money lasts."];
        yield return text.WhenItDoesNotFit(paper.Rules.WhenItDoesNotFit);
        yield return paper.Rules.MinimumVotes > 1
            ? text["A project needs at least {0} votes.", paper.Rules.MinimumVotes]
            : text["A project that nobody voted for is not funded."];
        yield return text.OfTies(paper.Rules.Ties);
    }

    static string WhenItDoesNotFit(this IStringLocalizer<Words> text, WhenItDoesNotFit rule) => rule switch
    {
        Tally.WhenItDoesNotFit.Skip => text["A project that costs more than the money left is passed over, and the next one is looked at."],
        Tally.WhenItDoesNotFit.Stop => text["At the first project that costs more than the money left, the count stops."],
        Tally.WhenItDoesNotFit.PartFund =>
            text["The first project that costs more than the money left gets that money if it covers most of its price (80 % or more), and the count stops there."],
        Tally.WhenItDoesNotFit.TopUp =>
            text["The first project that costs more than the money left is topped up from a reserve if that money covers most of its price (80 % or more), and the count stops there."],
    };

    static string OfTies(this IStringLocalizer<Words> text, PB.Rounds.TieOrder rule) => rule switch
    {
        PB.Rounds.TieOrder.CheaperFirst => text["Where votes are equal, the cheaper project comes first; where prices are equal too, the lower number on the ballot."],
        PB.Rounds.TieOrder.LowerNumberFirst => text["Where votes are equal, the lower number on the ballot comes first."],
        PB.Rounds.TieOrder.Lot => text["Where votes are equal, a lot decides that nobody can foresee and everybody can draw again."],
    };

    /// <summary>How one tie was decided.</summary>
    public static string Decision(this IStringLocalizer<Words> text, Tie tie)
    {
        var (numbers, order) = (string.Join(", ", tie.Numbers), string.Join(", ", tie.Order));
        return tie.DecidedBy switch
        {
            TieCriterion.Number => text["Projects {0} had equally many votes, and their order made a difference. The lower number came first: {1}.", numbers, order],
            TieCriterion.Price => text["Projects {0} had equally many votes, and their order made a difference. The cheaper came first: {1}.", numbers, order],
            TieCriterion.Votes => text["Projects {0} were equal, and their order made a difference. More votes came first: {1}.", numbers, order],
            TieCriterion.Lot => text["Projects {0} had equally many votes, and their order made a difference. The lot put them in this order: {1}.", numbers, order],
        };
    }
}
