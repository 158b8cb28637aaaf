using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Why a sequential rule decided as it did about one project, in figures.</summary>
/// <remarks>
/// What <see cref="Score"/> and <see cref="Contender.Score"/> are depends on <see cref="Phase"/>; lower wins except for greedy and welfare phases:
/// equal shares: the price of one unit of satisfaction (rho), in minor units; with bounded overspending: that by the part of the cost that is paid; Phragmén and maximin support: the highest load of a supporter, in minor units;
/// greedy: what the rule orders by: satisfaction for each minor unit of cost (by cost: votes), or the score; welfare: the satisfaction of all voters with it.
/// </remarks>
public sealed record Decision
{
    /// <summary>The part of the rule that decided: <c>equal_shares</c>, <c>greedy</c>, <c>phragmen</c> and so on; for a completion the name of its part.</summary>
    public required string Phase { get; init; }

    /// <summary>The project's own score when it was decided about, exactly; null if it had none, such as when its supporters could not pay.</summary>
    public Fraction? Score { get; init; }

    /// <summary>How many voters support it.</summary>
    public int Supporters { get; init; }

    /// <summary>Of its supporters, how many paid all the money they had left, less than the others; 0 where nobody pays.</summary>
    public int PaidAllTheyHad { get; init; }

    /// <summary>The most that one supporter paid, in minor units, exactly; null where nobody pays.</summary>
    public Fraction? MostPaid { get; init; }

    /// <summary>The money that its supporters had left together before the decision, in minor units, exactly; null where nobody holds money.</summary>
    public Fraction? SupportersHad { get; init; }

    /// <summary>The projects that might have been chosen instead at this decision, best first.</summary>
    public ImmutableArray<Contender> Others { get; init; } = [];

    /// <summary>True if the other decision says the same.</summary>
    /// <param name="other">The decision to compare with.</param>
    public bool Equals(Decision? other) =>
        other is not null && Phase == other.Phase && Score == other.Score && Supporters == other.Supporters && PaidAllTheyHad == other.PaidAllTheyHad
        && MostPaid == other.MostPaid && SupportersHad == other.SupportersHad && Others.SequenceEqual(other.Others);

    /// <summary>A hash code that fits <see cref="Equals(Decision)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Phase, Score, Supporters, Others.Length);
}

/// <summary>How a project stood at a decision that went to another.</summary>
/// <param name="Number">The project's number.</param>
/// <param name="Score">
/// Its score, as <see cref="Decision.Score"/> but rounded to 12 significant digits: for reading, never for deciding. It may be a bound, if the rule
/// could tell from the bound that another was better.
/// </param>
/// <param name="IsBound">True if <paramref name="Score"/> is only a bound: the project was no better than this.</param>
public readonly record struct Contender(int Number, decimal Score, bool IsBound = false);
