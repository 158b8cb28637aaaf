namespace PB.Tally;

/// <summary>
/// The maximin support rule: the next project is the one with which the costs of all funded projects can be spread most evenly over their supporters,
/// so that the voter who carries most carries least.
/// </summary>
/// <remarks>
/// <para>
/// Sánchez-Fernández, Fernández-García, Fisteus and Brill, "The Maximin Support Method: An Extension of the D'Hondt Method to Approval-Based Multiwinner
/// Elections", Mathematical Programming 2022; for projects with costs Aziz, Lee and Talmon, "Proportionally Representative Participatory Budgeting: Axioms and
/// Algorithms", AAMAS 2018, as generalised sequential Phragmén. Where <see cref="PhragmenRule"/> never moves a load, this rule spreads all of them anew at each decision:
/// each project's cost is laid on voters who listed it, in whatever shares; the score is the highest load of a voter, in minor units, when that is as low as it can
/// be. It equals the largest cost(T) / voters(T) over all sets T of funded projects and the new one, voters(T) being those who listed any of T.
/// Projects that do not fit into the money left are passed over, and the count goes on. Ballots count as approvals.
/// </para>
/// <para>
/// What was funded beforehand is on nobody's shoulders. If <see cref="Rule.RequireSupport"/> is false, projects without any supporter follow last, in the order of
/// the tie rule. The other projects of a decision may have bounds instead of scores: they were not looked at because they could not be better. Equal scores
/// are a tie. Exact: loads are found by maximum flows in whole numbers, started from the flow that is there (the academic reference solves linear programs in
/// floating point). Time: a few flows for each decision, each of some passes over the ballots; seconds for 60,000 ballots of 80 projects.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new MaximinSupportRule().Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record MaximinSupportRule : Rule
{
    /// <summary>The rule's name: <c>maximin_support</c>.</summary>
    public override string Name => "maximin_support";

    internal override Contest Run(Contest contest)
    {
        MaximinSupportCount.Run(contest);
        return contest;
    }
}
