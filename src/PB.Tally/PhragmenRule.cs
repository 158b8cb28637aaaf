namespace PB.Tally;

/// <summary>
/// Sequential Phragmén: every voter earns money at the same speed, and as soon as the voters who listed a project together hold its cost,
/// they buy it and start again from nothing.
/// </summary>
/// <remarks>
/// <para>
/// Brill, Freeman, Janson and Lackner, "Phragmén's Voting Methods and Justified Representation", AAAI 2017; for projects with costs Los,
/// Christoff and Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022. In the words of loads: to buy project p its
/// cost is laid on its supporters so that all of them carry the same, (sum of their loads + cost) / supporters; the project with the lowest such load is
/// next. The count stops as soon as any of the projects that are next does not fit into the money left; projects that cost more than the whole budget
/// are left out from the start. Ballots count as approvals: a project is listed or not, whatever its points or place.
/// </para>
/// <para>
/// The score of a <see cref="Decision"/> is that load, in minor units; it is also the time at which the project is bought. If
/// <see cref="Rule.RequireSupport"/> is false, projects without any supporter follow last, in the order of the tie rule, until one does not fit. Equal loads
/// are a tie; see <see cref="Rule.Ties"/>. Time: each purchase costs the length of its supporters' ballots, and each decision projects times purchases;
/// everything is exact.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new PhragmenRule { MinimumVotes = 50 }.Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record PhragmenRule : Rule
{
    /// <summary>The rule's name: <c>phragmen</c>.</summary>
    public override string Name => "phragmen";

    internal override Contest Run(Contest contest)
    {
        PhragmenCount.Run(contest);
        return contest;
    }
}
