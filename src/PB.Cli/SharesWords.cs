using PB.Tally;

namespace PB.Cli;

/// <summary>Says of a count by equal shares who paid for a project, or why its supporters could not.</summary>
sealed class SharesWords(Tallied tallied, Step step)
{
    const int MostNamed = 3;

    readonly Decision? why = IsShares(step.Why) ? step.Why : null;

    static bool IsShares(Decision? decision) => decision is { Phase: "equal_shares" or "exact_equal_shares" };

    public string Reason() => $"{Shares()} {(step.IsFunded ? Paid() : CouldNotPay())}";

    string Shares()
    {
        var (budget, voters) = (tallied.Count.Budget, tallied.Count.Ballots);
        var share = new Fraction(budget.MinorUnits, Math.Max(1, voters));
        var shared = Explanation.Invariant($"The budget is divided equally among the {Explanation.Voters(voters)}: {Sum(share)} each.");
        var raised = Start is { } start && start > share ? $" As long as projects still fitted, everybody's share was raised, in the end to {Sum(start)}." : "";
        return $"{shared}{raised} A project is funded if the voters who chose it can pay for it together.";
    }

    // Before the first purchase everybody has all of their share.
    Fraction? Start => tallied.Count.Steps.Select(other => other.Why).FirstOrDefault(other => IsShares(other) && other is { MostPaid: not null, Supporters: > 0 })
        is { SupportersHad: { } had } first ? had / first.Supporters : null;

    string Paid()
    {
        if (step.Why is not null && why is null)
            return $"Its voters could not. But {Sum(step.MoneyBefore.MinorUnits)} was left unspent at the end, which went to the projects with the most votes that still fitted, and this was one.";
        if (why?.MostPaid is not { } most) return "Its voters could.";
        var (all, rest) = (why.PaidAllTheyHad, why.Supporters - why.PaidAllTheyHad);
        return (all, rest) switch
        {
            (0, _) => $"Its {Explanation.Voters(why.Supporters)} paid {Sum(most)} each.",
            (_, 0) => $"Its {Explanation.Voters(why.Supporters)} paid all that they had left.",
            _ => Explanation.Invariant($"Of its {Explanation.Voters(why.Supporters)}, {all:N0} paid all that they had left, and the other {rest:N0} paid {Sum(most)} each."),
        };
    }

    string CouldNotPay()
    {
        var left = step.Outcome is Outcome.DoesNotFit
            ? $" At the end {Sum(step.MoneyBefore.MinorUnits)} was left, which was given to the projects with the most votes that still fitted. This one did not fit."
            : "";
        var supporters = Supporters;
        if (supporters == 0) return $"Nobody was there to pay for it.{left}";
        var each = IsAlone
            ? $"The one voter who chose it would have had to pay {Sum(step.Cost.MinorUnits)} alone."
            : $"Its {Explanation.Voters(supporters)} would have had to pay {Sum(new(step.Cost.MinorUnits, supporters))} each.";
        return $"{each} {Had()} {WhereItWent()}{left}";
    }

    int Supporters => why?.Supporters ?? step.Votes;

    bool IsAlone => Supporters == 1;

    string Had() => why?.SupportersHad is { } had
        ? $"When nothing more could be bought, {(IsAlone ? "that voter" : "they")} had {Sum(had)} left{(IsAlone ? "" : " together")}, {Sum(step.Cost.MinorUnits - had)} too little."
        : "Together they did not have that much left.";

    string WhereItWent()
    {
        var numbers = tallied.Count.Steps.Where(other => other.IsFunded && (other.Why is null || IsShares(other.Why))).Select(other => other.Number);
        var shared = numbers.Select(number => (Number: number, Voters: Both(number))).Where(other => other.Voters > 0)
            .OrderByDescending(other => other.Voters).ThenBy(other => other.Number).ToList();
        if (shared.Count == 0) return IsAlone ? "Nothing had been spent before: one share is not enough." : "None of them had paid for anything else: they are too few to pay for it.";
        var named = shared.Take(MostNamed).Select(other => Explanation.Invariant($"\"{tallied.Electing.Name(other.Number)}\" ({other.Voters:N0} of them)"));
        var more = shared.Count > MostNamed ? $", and {shared.Count - MostNamed} more" : "";
        return $"The rest of their money had gone to projects that they chose too and that were funded: {string.Join(", ", named)}{more}.";
    }

    // How many voters chose both.
    int Both(int number) => tallied.Electing.Election.Ballots
        .Where(ballot => !ballot.Numbers.IsDefaultOrEmpty && ballot.Numbers.Contains(step.Number) && ballot.Numbers.Contains(number)).Sum(ballot => ballot.Times);

    string Sum(Fraction money) => $"{tallied.Electing.Readable(money)} {tallied.Currency.Code}";
}
