using PB.Tally.Overspending;

namespace PB.Tally;

/// <summary>
/// Equal shares with bounded overspending (BOS): the budget is divided equally among the voters, and a project may be bought although its supporters can pay only a part
/// of its cost together, if that part is large and cheap for them; never beyond the whole budget.
/// </summary>
/// <remarks>
/// <para>
/// Papasotiropoulos, Pishbin, Skibski, Skowron and Wąs, "Method of Equal Shares with Bounded Overspending", 2025, for approvals with cost satisfaction (<c>bos</c>).
/// If each supporter of a project of cost c pays up to t, they pay the part α = min(1, paid(t) / c) of it together, each of them up to ρ = t / (α c) for each unit of
/// satisfaction. Of all projects that fit into the money left, and all t up to what its richest supporter has, the one with the lowest ρ / α is funded whole, and each supporter pays
/// ρ c, or all they have left if that is less. Where all can be paid, that is equal shares; else supporters pay more than they should, and the rest is nobody's.
/// It goes on until nothing fits whose supporters have any money: much less is left than by equal shares. Ballots count as approvals, and a project
/// without support is never funded, whatever <see cref="Rule.RequireSupport"/> says.
/// </para>
/// <para>
/// The score of a <see cref="Decision"/> is ρ / α, in minor units for each unit of satisfaction, to 24 significant digits, because the exact numbers may double in length with each
/// project; others of a decision may have a bound. Everything is decided by bounds that are proved, and by exact fractions where these leave it open. Equal scores are a tie; where
/// one project has its lowest ρ / α at two t, the larger counts. The academic reference decides in floating point. Time: each decision looks at few projects, in a pass over their supporters.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new BoundedOverspendingRule().Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
/// <exception cref="InvalidOperationException">
/// Two scores are equal to 256 binary places, and the exact fractions too long to see whether they are equal: never a wrong answer instead.
/// </exception>
public sealed record BoundedOverspendingRule : Rule
{
    /// <summary>The rule's name: <c>bos</c>.</summary>
    public override string Name => "bos";

    internal override Contest Run(Contest contest)
    {
        if (contest.Profile.Ballots == 0) return contest;
        TieTrial.Run(contest, (on, ties) => new OverspendingCount(on, ties).Run(), isLocal: true);
        return contest;
    }
}
