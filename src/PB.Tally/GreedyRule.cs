namespace PB.Tally;

/// <summary>
/// The best first: projects are taken in the order of their votes, or of another figure (<see cref="Satisfaction"/>, <see cref="Order"/>), each that
/// still fits into the money left. What most participatory budgets do.
/// </summary>
/// <remarks>
/// <para>
/// The greedy rule (<c>greedy_cost</c>, <c>greedy_card</c>, <c>greedy_points</c>, <c>greedy_borda</c>) of Talmon and Faliszewski, "A Framework for
/// Approval-Based Budgeting Methods", AAAI 2019: all voters' satisfaction with a project for each unit of its cost, highest first. With the default,
/// satisfaction by cost, that is the number of votes. Added are the options of cities, and their order by score (<see cref="GreedyOrder.Score"/>).
/// With all options at their default it differs from the paper in two things: a project without any vote is not funded (<see cref="Rule.RequireSupport"/>),
/// and one that costs nothing has the place that its votes give it (<see cref="FreeLast"/>).
/// </para>
/// <para>
/// Ties (equal figures, compared exactly) are broken by <see cref="Rule.Ties"/>. A project kept out by an exclusive group or a full area is passed over and
/// never stops the count; neither a part nor a reserve helps a project that costs more than its area has left.
/// What is set aside for areas is given in whole costs: there, part-funding and topping up stop as <see cref="WhenItDoesNotFit.Stop"/> does.
/// </para>
/// <para>
/// <see cref="Step.VotesShort"/> and <see cref="Step.CheaperBy"/> are told of each project without its whole cost, unless only decisions are asked for.
/// <see cref="Step.VotesShort"/> is null for points and rankings, since nobody knows what a further voter would give, and both are null if money is set aside
/// for areas and the rule does not skip, and where this rule completes another. <see cref="Step.CheaperBy"/> is null for projects whose points add up to less than zero.
/// </para>
/// <para>Time: one pass over the ballots, and the square of the number of projects for the counterfactuals.</para>
/// </remarks>
/// <example>
/// <code>
/// var rule = new GreedyRule { MinimumVotes = 50, Ties = TieRule.By(TieCriterion.Price) };
/// var count = rule.Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record GreedyRule : Rule
{
    /// <summary>What a project is worth to a voter. Default: <see cref="Satisfaction.Cost"/>.</summary>
    public Satisfaction Satisfaction { get; init; }

    /// <summary>Whether satisfaction is divided by cost. Default: <see cref="GreedyOrder.PerCost"/>.</summary>
    public GreedyOrder Order { get; init; }

    /// <summary>
    /// The least score that a project needs, beside the votes: votes, points or places as in <see cref="GreedyOrder.Score"/>, whatever the order.
    /// Cities that count points have such thresholds. Null, the default: none. A project below has <see cref="Outcome.TooFewVotes"/>.
    /// </summary>
    public long? MinimumScore { get; init; }

    /// <summary>
    /// True if, with <see cref="Satisfaction.Cost"/> for each unit of cost, a project that costs nothing comes last with those that have no votes: satisfaction
    /// by cost with it is zero, to the letter. The academic reference does so. It changes what is funded only where the count stops or groups exclude. Default: false.
    /// </summary>
    public bool FreeLast { get; init; }

    /// <summary>What happens at the first project that does not fit into the money left. Default: <see cref="WhenItDoesNotFit.Skip"/>.</summary>
    public WhenItDoesNotFit WhenItDoesNotFit { get; init; }

    /// <summary>
    /// The share of its cost, in whole per cent from 1 to 100, that the money left must reach for <see cref="WhenItDoesNotFit.PartFund"/> and
    /// <see cref="WhenItDoesNotFit.TopUp"/>; exactly the share is enough. The other two do not look at it. Default: 80.
    /// </summary>
    public int MinimumSharePercent { get; init; } = 80;

    /// <summary>
    /// The rule's name: <c>greedy_cost</c>, <c>greedy_card</c>, <c>greedy_points</c> or <c>greedy_borda</c>; by score <c>greedy_votes</c>,
    /// <c>greedy_score_points</c> or <c>greedy_score_borda</c>; with <c>_stop</c>, <c>_part_fund</c> or <c>_top_up</c> behind it if the rule does not skip.
    /// </summary>
    public override string Name => Stem + WhenItDoesNotFit switch
    {
        WhenItDoesNotFit.Skip => "",
        WhenItDoesNotFit.Stop => "_stop",
        WhenItDoesNotFit.PartFund => "_part_fund",
        WhenItDoesNotFit.TopUp => "_top_up",
    };

    string Stem => (Order, Satisfaction) switch
    {
        (GreedyOrder.PerCost, Satisfaction.Cost) => "greedy_cost",
        (GreedyOrder.PerCost, Satisfaction.Cardinality) => "greedy_card",
        (GreedyOrder.PerCost, Satisfaction.Points) => "greedy_points",
        (GreedyOrder.PerCost, Satisfaction.Borda) => "greedy_borda",
        (GreedyOrder.Score, Satisfaction.Cost or Satisfaction.Cardinality) => "greedy_votes",
        (GreedyOrder.Score, Satisfaction.Points) => "greedy_score_points",
        (GreedyOrder.Score, Satisfaction.Borda) => "greedy_score_borda",
    };

    internal override Contest Run(Contest contest)
    {
        new GreedyCount(this, contest, ReferenceEquals(contest.Rule, this)).Run();
        return contest;
    }
}
