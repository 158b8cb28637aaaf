using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Projects that were equal at a decision, where their order changed what they get, so that the tie rule decided.</summary>
/// <remarks>Projects that are equal but would get the same in whatever order are not a tie.</remarks>
public sealed record Tie
{
    /// <summary>The numbers of the tied projects, ascending; at least two.</summary>
    public required ImmutableArray<int> Numbers { get; init; }

    /// <summary>The criterion that decided: the last one that had to be asked until all of the tied stood in one order.</summary>
    public required TieCriterion DecidedBy { get; init; }

    /// <summary>The numbers of the tied projects in the order that the tie rule gave, first taken first.</summary>
    public required ImmutableArray<int> Order { get; init; }

    /// <summary>True if the other tie is between the same projects, decided alike.</summary>
    /// <param name="other">The tie to compare with.</param>
    public bool Equals(Tie? other) =>
        other is not null && DecidedBy == other.DecidedBy && Numbers.SequenceEqual(other.Numbers) && Order.SequenceEqual(other.Order);

    /// <summary>A hash code that fits <see cref="Equals(Tie)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(DecidedBy, Numbers[0], Order[0]);
}
