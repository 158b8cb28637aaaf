using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>
/// Most votes first: projects are taken in the order of their votes, each that still fits into the money left.
/// What most participatory budgets do.
/// </summary>
/// <remarks>
/// <para>
/// The greedy rule with cost satisfaction (<c>greedy_cost</c>) of Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods",
/// AAAI 2019, with the options that cities add. With all options at their default it differs from the paper only in that a project without
/// any vote is not funded (<see cref="RequireSupport"/>).
/// </para>
/// <para>
/// A rule is an immutable value, and counting is a pure function: the order of projects and ballots, the grouping of ballots, the machine and
/// its culture change nothing. Money is exact. Time: one pass over the ballots, and the square of the number of projects for the counterfactuals.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var rule = new GreedyRule { MinimumVotes = 50, Ties = TieRule.By(TieCriterion.Price) };
/// var count = rule.Count(new ApprovalElection(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record GreedyRule
{
    /// <summary>What happens at the first project that does not fit into the money left. Default: <see cref="WhenItDoesNotFit.Skip"/>.</summary>
    public WhenItDoesNotFit WhenItDoesNotFit { get; init; }

    /// <summary>How many votes a project needs to be funded at all: 0 or more; a project with exactly so many has enough. Default: 0.</summary>
    public int MinimumVotes { get; init; }

    /// <summary>
    /// The share of its cost, in whole per cent from 1 to 100, that the money left must reach for <see cref="WhenItDoesNotFit.PartFund"/> and
    /// <see cref="WhenItDoesNotFit.TopUp"/>; exactly the share is enough. The other two do not look at it. Default: 80.
    /// </summary>
    public int MinimumSharePercent { get; init; } = 80;

    /// <summary>True if a project that nobody voted for is never funded. The academic reference funds it when money is left. Default: true.</summary>
    public bool RequireSupport { get; init; } = true;

    /// <summary>In which order projects with the same number of votes are taken. Default: lower number first.</summary>
    public TieRule Ties { get; init; } = TieRule.ByNumber;

    /// <summary>
    /// Groups of project numbers of which at most one wins, such as two plans for the same square. A project may be in several groups.
    /// Once one is funded (or part-funded), the others of its groups are passed over. Default: none.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> ExclusiveGroups { get; init; } = [];

    /// <summary>
    /// The rule's name in a <see cref="PB.Tally.Count"/>: <c>greedy_cost</c>, and <c>greedy_cost_stop</c>, <c>greedy_cost_part_fund</c> or
    /// <c>greedy_cost_top_up</c> if it does not skip.
    /// </summary>
    public string Name => WhenItDoesNotFit switch
    {
        WhenItDoesNotFit.Skip => "greedy_cost",
        WhenItDoesNotFit.Stop => "greedy_cost_stop",
        WhenItDoesNotFit.PartFund => "greedy_cost_part_fund",
        WhenItDoesNotFit.TopUp => "greedy_cost_top_up",
    };

    /// <summary>Counts an election.</summary>
    /// <param name="election">The budget, the projects and the ballots.</param>
    /// <returns>What each project gets, in the order of decision, and why.</returns>
    /// <exception cref="ArgumentException">
    /// The election or an option is out of its range (see <see cref="ApprovalElection"/> and the properties of this rule), an exclusive group names
    /// a number that no project has, or the tie rule draws lots without a seed. The message names the number.
    /// </exception>
    /// <exception cref="OverflowException">There are more than 2^31 - 1 ballots, or the awards exceed 2^63 - 1 minor units.</exception>
    public Count Count(ApprovalElection election) => new GreedyCount(this, election).Result();
}
