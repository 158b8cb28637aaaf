using PB.Tally;

namespace PB.Cli;

/// <summary>
/// What would have funded a project, all else equal: as its rule says; where it does not, as is found by counting again with more votes, or at a lower price.
/// </summary>
/// <remarks>
/// Found so, the number of votes is enough and one less is not; for rules with which more votes can harm, a smaller number might do too.
/// </remarks>
sealed class WhatItTook(Tallied tallied, Step step)
{
    readonly Election election = tallied.Electing.Election;

    public string Sentence()
    {
        if (step.VotesShort is not null || step.CheaperBy is not null) return Said(step.VotesShort, step.CheaperBy);
        if (step.Outcome is not (Outcome.DoesNotFit or Outcome.AfterTheStop or Outcome.SupportersCannotPay or Outcome.NoSupport)) return "";
        return tallied.Count.Rule.Split('_')[0] is "greedy" or "knapsack"
            ? "No number of further votes and no lower price is known that would have funded it."
            : Said(Votes(), Cheaper());
    }

    string Said(int? votes, Money? money) => (votes, money) switch
    {
        (null, null) => "Neither as many votes more as there are voters nor a lower price would have funded it.",
        ({ } more, null) => $"All else equal, it would have been funded with {Votes(more)}.",
        (null, { } less) => $"All else equal, it would have been funded {At(less)}.",
        ({ } more, { } less) => $"All else equal, it would have been funded with {Votes(more)}, or {At(less)}.",
    };

    static string Votes(int more) => more == 1 ? "1 more vote" : Explanation.Invariant($"{more:N0} more votes");

    string At(Money less) => less == step.Cost ? "if it cost nothing" : $"at a price of {tallied.Readable(step.Cost - less)} {tallied.Currency.Code}, which is {tallied.Readable(less)} less";

    // Nobody knows what points or places further voters would give.
    int? Votes() => election.Kind is BallotKind.Approval && step.Cost <= election.Budget
        ? (int?)Least(Math.Max(1, tallied.Count.Ballots), votes => IsFunded(election with { Ballots = [.. election.Ballots, new([step.Number], (int)votes)] }))
        : null;

    Money? Cheaper()
    {
        var unit = tallied.Currency.MinorPerMajor;
        var most = step.Cost.MinorUnits / unit;
        return most == 0 || Least(most, units => IsFunded(Costing(step.Cost.MinorUnits - units * unit))) is not { } less ? null : new Money(less * unit);
    }

    Election Costing(long cost) => election with
    {
        Projects = [.. election.Projects.Select(project => project.Number == step.Number ? project with { Cost = new(cost) } : project)],
    };

    bool IsFunded(Election changed) => tallied.Rule.Count(changed, Detail.Decisions).Funded.Contains(step.Number);

    // A number with which it is so while with one less it is not; null if not even with the most.
    static long? Least(long most, Func<long, bool> isSo)
    {
        long enough = 1, tooFew = 0;
        while (!isSo(enough))
        {
            if (enough == most) return null;
            (tooFew, enough) = (enough, Math.Min(most, 2 * enough));
        }
        while (enough - tooFew > 1)
        {
            var middle = tooFew + (enough - tooFew) / 2;
            if (isSo(middle)) enough = middle;
            else tooFew = middle;
        }
        return enough;
    }
}
