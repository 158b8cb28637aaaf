namespace PB.Tally;

/// <summary>
/// Most votes first: projects are taken in the order of their votes, each that still fits into the money left.
/// What most participatory budgets do.
/// </summary>
/// <remarks>
/// <para>
/// The greedy rule with cost satisfaction (<c>greedy_cost</c>) of Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods",
/// AAAI 2019, with the options that cities add. With all options at their default it differs from the paper only in that a project without
/// any vote is not funded (<see cref="Rule.RequireSupport"/>).
/// </para>
/// <para>
/// A rule is an immutable value, and counting is a pure function: the order of projects and ballots, the grouping of ballots, the machine and
/// its culture change nothing. Money is exact. Time: one pass over the ballots, and the square of the number of projects for the counterfactuals.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var rule = new GreedyRule { MinimumVotes = 50, Ties = TieRule.By(TieCriterion.Price) };
/// var count = rule.Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record GreedyRule : Rule
{
    /// <summary>What happens at the first project that does not fit into the money left. Default: <see cref="WhenItDoesNotFit.Skip"/>.</summary>
    public WhenItDoesNotFit WhenItDoesNotFit { get; init; }

    /// <summary>
    /// The share of its cost, in whole per cent from 1 to 100, that the money left must reach for <see cref="WhenItDoesNotFit.PartFund"/> and
    /// <see cref="WhenItDoesNotFit.TopUp"/>; exactly the share is enough. The other two do not look at it. Default: 80.
    /// </summary>
    public int MinimumSharePercent { get; init; } = 80;

    /// <summary>
    /// The rule's name in a <see cref="PB.Tally.Count"/>: <c>greedy_cost</c>, and <c>greedy_cost_stop</c>, <c>greedy_cost_part_fund</c> or
    /// <c>greedy_cost_top_up</c> if it does not skip.
    /// </summary>
    public override string Name => WhenItDoesNotFit switch
    {
        WhenItDoesNotFit.Skip => "greedy_cost",
        WhenItDoesNotFit.Stop => "greedy_cost_stop",
        WhenItDoesNotFit.PartFund => "greedy_cost_part_fund",
        WhenItDoesNotFit.TopUp => "greedy_cost_top_up",
    };

    internal override Count Count(Profile profile, Detail detail) => new GreedyCount(this, profile).Result();
}
