using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Finds out whether the order of projects with equal votes changes what any of them gets, without trying all orders.</summary>
/// <remarks>
/// Awards outside the group follow from those inside, so the group alone is looked at. A test tries every order of small groups against this.
/// </remarks>
static class GreedyTies
{
    /// <summary>The members of a group of equal votes whose order matters to this purse; empty if none does.</summary>
    public static ImmutableArray<Candidate> Among(ArraySegment<Candidate> equals, GreedyRule rule, GreedyPurse purse)
    {
        if (equals.Count < 2) return [];
        var open = equals.Where(purse.IsOpenTo).ToImmutableArray();
        // Skipping, a project that does not fit now will not fit later either, and takes nothing from the others.
        if (rule.WhenItDoesNotFit == WhenItDoesNotFit.Skip) open = open.RemoveAll(candidate => candidate.Cost > purse.Left);
        // Not skipping, whoever comes first gets something or stops the count: with nobody to gain, every order stops with nothing.
        var matters = open.Length > 1 && open.Any(purse.Awards) && (AreRivals(open) || IsScarce(open, rule, purse));
        return matters ? open : [];
    }

    static bool AreRivals(ImmutableArray<Candidate> open) =>
        open.SelectMany(candidate => candidate.Groups).GroupBy(group => group).Any(group => group.Count() > 1);

    static bool IsScarce(ImmutableArray<Candidate> open, GreedyRule rule, GreedyPurse purse)
    {
        var sum = open.Aggregate((Int128)0, (total, candidate) => total + candidate.Cost);
        if (sum <= purse.Left) return false;
        return rule.WhenItDoesNotFit != WhenItDoesNotFit.TopUp || !open.All(last => CanCloseTheList(last, sum, rule, purse));
    }

    // Topping up can pay for all in every order: whoever is last finds enough left to be topped up.
    static bool CanCloseTheList(Candidate last, Int128 sum, GreedyRule rule, GreedyPurse purse)
    {
        var left = purse.Left - (sum - last.Cost);
        return left >= 0 && left * 100 >= (Int128)last.Cost * rule.MinimumSharePercent;
    }
}
