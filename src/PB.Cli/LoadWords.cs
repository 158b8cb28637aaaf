using PB.Tally;

namespace PB.Cli;

/// <summary>Says of the rules that lay costs on supporters, Phragmén's and maximin support, why a project is funded or not.</summary>
sealed class LoadWords(Tallied tallied, Step step)
{
    public string Phragmen() =>
        $"Every voter earns money at the same speed, and spends it together with others: as soon as the voters who chose a project hold its cost, they buy it and begin again from nothing. {Bought()}";

    public string MaximinSupport() =>
        $"The cost of every funded project is laid on voters who chose it, as evenly as can be. The next project is always the one with which the voter who carries most carries least. {Carried()}";

    string Bought()
    {
        var turn = step.Why?.Score is { } score ? $", when every voter had earned {Sum(score)}" : "";
        return step.Outcome switch
        {
            Outcome.Funded => $"This project was bought as number {Place()}{turn}. {Sum(step.MoneyAfter.MinorUnits)} of the budget was left after it.",
            Outcome.AfterTheStop => $"The count ends as soon as a project that is next does not fit into the money left, here {Left}. This project would have fitted, but another that did not fit was before it or level with it.",
            _ => $"The count ends as soon as a project that is next does not fit into the money left, here {Left}. This project costs {Sum(step.Cost.MinorUnits - step.MoneyBefore.MinorUnits)} more than that.{Earned()}",
        };
    }

    string Earned() => step.Why?.Score is { } score ? $" Its voters would have held its cost when everybody had earned {Sum(score)}." : "";

    string Carried()
    {
        var most = step.Why?.Score is { } score ? $" With it nobody carries more than {Sum(score)}." : "";
        return step.Outcome is Outcome.Funded
            ? $"This project was number {Place()}.{most} {Sum(step.MoneyAfter.MinorUnits)} of the budget was left after it."
            : $"When it might have come, only {Left} was left, and it costs {Sum(step.Cost.MinorUnits - step.MoneyBefore.MinorUnits)} more than that.";
    }

    int Place() => tallied.Count.Steps.Where(other => other.IsFunded).TakeWhile(other => other.Number != step.Number).Count() + 1;

    string Left => Sum(step.MoneyBefore.MinorUnits);

    string Sum(Fraction money) => $"{tallied.Electing.Readable(money)} {tallied.Currency.Code}";
}
