using PB.Tally;

namespace PB.Cli;

/// <summary>Says of a count by equal shares with bounded overspending why a project is funded or not.</summary>
sealed class OverspendingWords(Tallied tallied, Step step)
{
    public string Reason() => $"{Shares()} {Decided()}";

    string Shares()
    {
        var voters = tallied.Count.Ballots;
        var share = new Fraction(tallied.Count.Budget.MinorUnits, Math.Max(1, voters));
        return $"The budget is divided equally among the {Explanation.Voters(voters)}: {Sum(share)} each. Next is always the project that its voters can pay for most cheaply with what they have left, "
            + "even if together they cannot pay all of it. It has to fit into what is left of the whole budget.";
    }

    string Decided() => step.Outcome switch
    {
        Outcome.Funded when step.Why is { MostPaid: { } most, PaidAllTheyHad: 0 } => $"This project was number {Place()}. Its {Explanation.Voters(step.Votes)} paid {Sum(most)} each.",
        Outcome.Funded when step.Why is { MostPaid: { } most } why => $"This project was number {Place()}. Each of its {Explanation.Voters(step.Votes)} paid {Sum(most)}, or all that they had left if that was less: {Explanation.Voters(why.PaidAllTheyHad)}.",
        Outcome.Funded => $"This project was number {Place()}.",
        Outcome.SupportersCannotPay => "The voters who chose this project had spent all of their money on others that were funded.",
        _ => $"At the end {Sum(step.MoneyBefore.MinorUnits)} was left, and this project costs {Sum(step.Cost.MinorUnits - step.MoneyBefore.MinorUnits)} more than that.",
    };

    int Place() => tallied.Count.Steps.Where(other => other.IsFunded).TakeWhile(other => other.Number != step.Number).Count() + 1;

    string Sum(Fraction money) => $"{tallied.Electing.Readable(money)} {tallied.Currency.Code}";
}
