using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>A choice among equals.</summary>
/// <param name="Decision">The place of the decision in the count, from 0.</param>
/// <param name="Tied">The positions of the equals, in the order of the tie rule; the first was chosen.</param>
/// <param name="Funds">True if the chosen was funded at once and for good, and each of the others would have been in its place.</param>
readonly record struct TieChoice(int Decision, ImmutableArray<int> Tied, bool Funds);
