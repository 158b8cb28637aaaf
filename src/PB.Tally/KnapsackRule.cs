namespace PB.Tally;

/// <summary>
/// Knapsack voting: each voter says how they would spend the whole budget, and each unit of money goes to where most voters put it.
/// </summary>
/// <remarks>
/// <para>
/// Goel, Krishnaswamy, Sakshuwong and Aitamurto, "Knapsack Voting for Participatory Budgeting", ACM Transactions on Economics and Computation 7(2), 2019:
/// a ballot is a set of projects within the budget, and each unit of money of each project is approved by all voters who put at least that unit there;
/// units are bought from the most approved on. A project here has one cost, which is all or nothing, so a voter who lists it approves all of its units, and
/// they stand in the list together: each project in the order of its votes, as long as all of its units can be paid for. With such costs this is the greedy
/// rule by cost (<c>greedy_cost</c>), as a test shows; it is named apart since its ballots are asked for differently.
/// </para>
/// <para>
/// Takes ballots as they are, also those that list more than the budget pays for; whether such may be cast is for the ballot paper to say. A project that
/// does not fit is passed over. Ties are broken by <see cref="Rule.Ties"/>. Points and places are looked at as votes. Time, trace and
/// counterfactuals are those of <see cref="GreedyRule"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new KnapsackRule().Count(election);
/// </code>
/// </example>
public sealed record KnapsackRule : Rule
{
    /// <summary>The rule's name: <c>knapsack</c>.</summary>
    public override string Name => "knapsack";

    internal override Contest Run(Contest contest)
    {
        // The units of money one by one would be taken in exactly this order.
        new GreedyCount(new GreedyRule(), contest, ReferenceEquals(contest.Rule, this)).Run();
        return contest;
    }
}
