using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Whether a result is proportional: whether every group of voters who agree on a project has what its share of the money could buy.</summary>
/// <remarks>
/// <para>
/// EJR+ up to one project. EJR+ is from Brill and Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC 2023: no project that is
/// not funded may have a group of supporters who could pay for it from their share and all have less than the group is due. In the form used here for
/// costs and any additive satisfaction u, a result W satisfies it for a budget B and n voters if, for each project p outside W with a cost c above zero,
/// each a above zero, and each group of voters who all have u(p) of at least a and whose share, size x B / n, is at least c, there is a voter in the group with
/// </para>
/// <para><c>u(W) + a &gt; size x (B / n) x a / c</c>.</para>
/// <para>
/// On the right is what the group's share would buy at the price of p; on the left what the voter has, with p put on top ("up to one project", namely p).
/// With costs of 1 and approvals this is EJR+ exactly: a voter with at least as many winners as the group has whole seats. The Method of Equal Shares
/// (Peters, Pierczyński and Skowron, NeurIPS 2021) with the same satisfaction and the same budget always satisfies it: the first in the group who can no longer pay c / size has spent more than B / n - c / size, never at a worse price than that of p.
/// </para>
/// <para>
/// Ballots, costs and the budget alone are looked at: votes that a rule asks for, rivals, areas and decisions beforehand may be good reasons for what
/// shows here. Points below zero count as none. Time: for each project its supporters sorted, once for each different value that they give it.
/// </para>
/// </remarks>
public static class Representation
{
    /// <summary>Checks a result.</summary>
    /// <param name="election">The election that was counted.</param>
    /// <param name="count">A count of it, by whatever rule; what gets its whole cost is funded.</param>
    /// <param name="satisfaction">What a project is worth to a voter.</param>
    /// <returns>Empty if it holds; otherwise for each project for which it does not the group that falls short of most, in the order of their numbers.</returns>
    /// <exception cref="ArgumentException">
    /// The election is out of its range (see <see cref="Election"/>), its ballots do not tell the satisfaction, or the count names a project that it does not have.
    /// </exception>
    public static ImmutableArray<Unrepresented> Check(Election election, Count count, Satisfaction satisfaction)
    {
        ArgumentNullException.ThrowIfNull(count);
        var profile = Profile.Of(election);
        if (!profile.Knows(satisfaction)) throw new ArgumentException($"The ballots do not tell the satisfaction {satisfaction}.");
        return [.. new RepresentationCheck(profile, MeasuresCount.FundedOf(profile, count), satisfaction).Run()];
    }
}

/// <summary>A group of voters who have less than their share of the money could have bought them.</summary>
/// <param name="Number">The project that all of them support and that is not funded.</param>
/// <param name="Voters">How many they are.</param>
/// <param name="Worth">What the project is worth to each of them at least: 1, its cost in minor units, points or places.</param>
/// <param name="Satisfaction">The most that any of them has from what is funded, in the same measure.</param>
/// <param name="Due">What their share of the money would buy each of them at the price of the project; at least <paramref name="Satisfaction"/> plus <paramref name="Worth"/>.</param>
public readonly record struct Unrepresented(int Number, int Voters, Fraction Worth, Fraction Satisfaction, Fraction Due);
