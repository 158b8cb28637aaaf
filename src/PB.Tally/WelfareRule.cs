namespace PB.Tally;

/// <summary>Maximum welfare: of all sets of projects that can be paid for, the one with which all voters together are most satisfied.</summary>
/// <remarks>
/// <para>
/// The rule that maximises utilitarian welfare (<c>maxwelfare_cost</c>, <c>maxwelfare_card</c>, <c>maxwelfare_points</c>, <c>maxwelfare_borda</c>) of Talmon and
/// Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019: a knapsack problem. With satisfaction by cost it spends the money on what most
/// voters chose; it gives nothing to minorities. Exclusive groups and the ceilings of areas are part of the problem; what is set aside for an area is given
/// by a problem of its own first.
/// </para>
/// <para>
/// Ties: of several best sets, the one is taken that has the first project, in the order of <see cref="Rule.Ties"/>, in which they differ. So a project that
/// adds nothing is funded too if it takes nothing from the welfare of the others (and has the votes that are asked for). A tie is recorded if another
/// best set has a project that this one lacks; it names all projects that are in one of the two.
/// </para>
/// <para>
/// Exact: branch and bound in the order of satisfaction for each unit of cost, cut off by the bound of Dantzig, "Discrete-Variable Extremum Problems",
/// Operations Research 1957, with fractions rounded up. Real elections take milliseconds; in theory the time doubles with every project, and it does where many projects have equally many
/// votes and odd costs, so there is a limit (<see cref="NodeLimit"/>). Lines stand in the order of satisfaction, highest first; <see cref="Step.VotesShort"/> and <see cref="Step.CheaperBy"/> are not told.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new WelfareRule { Satisfaction = Satisfaction.Cardinality }.Count(election);
/// </code>
/// </example>
/// <exception cref="InvalidOperationException">The best set was not proved within <see cref="NodeLimit"/>: never a wrong answer instead.</exception>
public sealed record WelfareRule : Rule
{
    /// <summary>What a project is worth to a voter. Default: <see cref="Satisfaction.Cost"/>.</summary>
    public Satisfaction Satisfaction { get; init; }

    /// <summary>
    /// How many partial sets may be looked at, in all, before the count gives up with <see cref="InvalidOperationException"/>: 1 or more.
    /// Each takes time in proportion to the projects: of a hundred projects a million take some seconds. Default: 5 million.
    /// </summary>
    public int NodeLimit { get; init; } = 5_000_000;

    /// <summary>The rule's name: <c>maxwelfare_</c> and the satisfaction.</summary>
    public override string Name => Satisfaction switch
    {
        Satisfaction.Cost => "maxwelfare_cost",
        Satisfaction.Cardinality => "maxwelfare_card",
        Satisfaction.Points => "maxwelfare_points",
        Satisfaction.Borda => "maxwelfare_borda",
    };

    internal override Contest Run(Contest contest)
    {
        if (NodeLimit < 1) throw new ArgumentException($"The limit of nodes is {NodeLimit}; it has to be 1 or more.");
        new WelfareCount(this, contest).Run();
        return contest;
    }
}
