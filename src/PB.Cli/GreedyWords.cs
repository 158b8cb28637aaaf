using PB.Tally;

namespace PB.Cli;

/// <summary>Says of a count from the best project to the worst why a project is funded or not.</summary>
sealed class GreedyWords(Tallied tallied, Step step)
{
    public string Reason() => $"Projects are taken {Order()}, and each is funded {Way()} {Money()}";

    /// <summary>The money at its turn.</summary>
    public string Money() => step.Outcome switch
    {
        Outcome.Funded => $"When its turn came, {Place()}, {Sum(step.MoneyBefore)} was left. That was enough, and {Sum(step.MoneyAfter)} was left after it.",
        Outcome.ToppedUp => $"When its turn came, {Sum(step.MoneyBefore)} was left. The rest, {Sum(step.FromReserve)}, comes from a reserve.",
        Outcome.PartFunded => $"When its turn came, {Sum(step.MoneyBefore)} was left, and it gets that.",
        Outcome.AfterTheStop => "A project before it did not fit, so this one was not looked at.",
        _ when step.MoneyBefore == PB.Tally.Money.Zero => $"When its turn came, {Place()}, no money was left. {Before()}",
        _ => $"When its turn came, {Place()}, {Sum(step.MoneyBefore)} was left: {Sum(step.Cost - step.MoneyBefore)} too little. {Before()}",
    };

    string Way() => tallied.Rule switch
    {
        GreedyRule { WhenItDoesNotFit: WhenItDoesNotFit.Stop } => "up to the first that does not fit into the money left. There the count stops.",
        GreedyRule { WhenItDoesNotFit: WhenItDoesNotFit.PartFund } rule => Explanation.Invariant(
            $"up to the first that does not fit into the money left. That one gets what is left if that is {rule.MinimumSharePercent} % of its cost or more, and there the count stops."),
        GreedyRule { WhenItDoesNotFit: WhenItDoesNotFit.TopUp } rule => Explanation.Invariant(
            $"up to the first that does not fit into the money left. That one is funded too if {rule.MinimumSharePercent} % of its cost or more is left, and there the count stops."),
        _ => "if the money left is enough for it.",
    };

    string Place() => Explanation.Invariant($"as number {tallied.Count.Steps.IndexOf(step) + 1} of {tallied.Count.Steps.Length}");

    string Before()
    {
        var before = tallied.Count.Steps.TakeWhile(other => other.Number != step.Number).Where(other => other.IsFunded).ToList();
        if (before.Count == 0) return "";
        var last = $"\"{tallied.Electing.Name(before[^1].Number)}\" with {Explanation.Votes(before[^1].Votes)}";
        return before.Count == 1 ? $"One project had been funded before it: {last}." : $"{before.Count} projects had been funded before it, the last of them {last}.";
    }

    string Order() => tallied.Count.Rule switch
    {
        "greedy_card" => "from the most votes for each unit of their cost to the fewest",
        "greedy_points" => "from the most points for each unit of their cost to the fewest",
        "greedy_score_points" => "from the most points to the fewest",
        "greedy_borda" => "from the best places in the rankings, for each unit of their cost, to the worst",
        "greedy_score_borda" => "from the best places in the rankings to the worst",
        _ => "from the most votes to the fewest",
    };

    string Sum(Money money) => $"{tallied.Readable(money)} {tallied.Currency.Code}";
}
