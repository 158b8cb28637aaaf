using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Finds out whether the order of equal projects changes what any of them gets, without trying all orders.</summary>
/// <remarks>
/// Awards outside the group follow from those inside, so the group alone is looked at. A test tries every order of small groups against this.
/// </remarks>
static class GreedyTies
{
    /// <summary>The members of a group of equals whose order matters now; empty if none does.</summary>
    public static ImmutableArray<int> Among(ReadOnlySpan<int> equals, GreedyRule rule, Contest contest, GreedyPass pass)
    {
        if (equals.Length < 2) return [];
        var open = equals.ToArray().Where(pass.IsOpenTo).ToImmutableArray();
        // Skipping, a project that does not fit now will not fit later either, and takes nothing from the others.
        if (pass.Mode == WhenItDoesNotFit.Skip) open = open.RemoveAll(position => contest.Profile.Cost(position) > contest.Left);
        // Not skipping, whoever comes first gets something or stops the count: with nobody to gain, every order stops with nothing.
        var matters = open.Length > 1 && open.Any(pass.Awards)
            && (AreRivals(open, contest) || !contest.HaveRoomFor(open) || IsScarce(open, rule, contest, pass));
        return matters ? open : [];
    }

    static bool AreRivals(ImmutableArray<int> open, Contest contest) =>
        open.SelectMany(position => contest.Candidates[position].Groups).CountBy(group => group).Any(group => group.Value > 1);

    static bool IsScarce(ImmutableArray<int> open, GreedyRule rule, Contest contest, GreedyPass pass)
    {
        var sum = open.Aggregate((Int128)0, (total, position) => total + contest.Profile.Cost(position));
        if (sum <= contest.Left) return false;
        return pass.Mode != WhenItDoesNotFit.TopUp || !open.All(last => CanCloseTheList(contest.Profile.Cost(last), sum, rule, contest));
    }

    // Topping up can pay for all in every order: whoever is last finds enough left to be topped up.
    static bool CanCloseTheList(long last, Int128 sum, GreedyRule rule, Contest contest)
    {
        var left = contest.Left - (sum - last);
        return left >= 0 && left * 100 >= (Int128)last * rule.MinimumSharePercent;
    }
}
