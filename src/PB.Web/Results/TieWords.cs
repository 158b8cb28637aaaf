using Microsoft.Extensions.Localization;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Results;

/// <summary>Says how a tie was decided.</summary>
static class TieWords
{
    public static string Decision(this IStringLocalizer<Words> text, Tie tie, bool isByVotes)
    {
        var (numbers, order) = (string.Join(", ", tie.Numbers), string.Join(", ", tie.Order));
        return tie.DecidedBy switch
        {
            TieCriterion.Number when !isByVotes => text["Projects {0} were equal, and their order made a difference. The lower number came first: {1}.", numbers, order],
            TieCriterion.Number => text["Projects {0} had equally many votes, and their order made a difference. The lower number came first: {1}.", numbers, order],
            TieCriterion.Price when !isByVotes => text["Projects {0} were equal, and their order made a difference. The cheaper came first: {1}.", numbers, order],
            TieCriterion.Price => text["Projects {0} had equally many votes, and their order made a difference. The cheaper came first: {1}.", numbers, order],
            TieCriterion.Votes => text["Projects {0} were equal, and their order made a difference. More votes came first: {1}.", numbers, order],
            TieCriterion.Lot when !isByVotes => text["Projects {0} were equal, and their order made a difference. The lot put them in this order: {1}.", numbers, order],
            TieCriterion.Lot => text["Projects {0} had equally many votes, and their order made a difference. The lot put them in this order: {1}.", numbers, order],
        };
    }
}
