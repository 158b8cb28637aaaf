using PB.Tally;

namespace PB.Cli;

/// <summary>
/// The reference orders by satisfaction per cost, where a project that costs nothing gives none: it comes last, with those without votes, by id.
/// It takes no money, so that nothing else changes when it moves.
/// </summary>
static class ReferenceOrder
{
    public static Count Of(Count count)
    {
        var left = count.Budget;
        return count with { Steps = [.. count.Steps.OrderByDescending(Key).ThenBy(step => Key(step) == 0 ? step.Number : 0).Select(Moved)] };

        Step Moved(Step step)
        {
            var before = left;
            left -= step.Awarded;
            return step with { MoneyBefore = before, MoneyAfter = left };
        }
    }

    static int Key(Step step) => step.Cost == Money.Zero ? 0 : step.Votes;
}
