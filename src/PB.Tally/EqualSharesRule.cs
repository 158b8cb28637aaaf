using PB.Tally.Shares;

namespace PB.Tally;

/// <summary>
/// The Method of Equal Shares: the budget is divided equally among the voters, and a project is funded if its supporters can pay for it
/// together, first the one that costs its supporters least for what it is worth to them.
/// </summary>
public sealed record EqualSharesRule : Rule
{
    /// <summary>What a funded project is worth to a voter. Default: <see cref="Satisfaction.Cost"/>.</summary>
    public Satisfaction Satisfaction { get; init; }

    /// <summary>How every voter's money is raised as long as projects still fit. Default: <see cref="Increase.None"/>.</summary>
    public Increase Increase { get; init; }

    /// <summary>One unit of the currency, by which <see cref="Increase.OneUnit"/> goes up: above zero. Default: 100 minor units.</summary>
    public Money Unit { get; init; } = new(100);

    /// <summary>True if increases end as soon as no supported project fits into what the outcome leaves of the budget. Default: true.</summary>
    public bool StopsWhenExhaustive { get; init; } = true;

    /// <summary>Which rule spends what is left. Default: <see cref="FillUp.None"/>.</summary>
    public FillUp FillUp { get; init; }

    /// <summary>
    /// True if <c>greedy_cost</c> counts instead where strictly more voters prefer its outcome: more of the projects that they chose are funded, or projects to
    /// which they gave more points (places). Default: false.
    /// </summary>
    public bool ComparesWithGreedy { get; init; }

    /// <summary>The rule's name.</summary>
    public override string Name => EqualSharesNames.Of(this);

    internal override Contest Run(Contest contest)
    {
        new EqualSharesCount(this, contest).Run();
        return contest;
    }
}
