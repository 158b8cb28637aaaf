using PB.Tally;

namespace PB.Grants.Marking;

/// <summary>A card that counts: handed in, with enough answered, by somebody without a conflict.</summary>
/// <param name="Value">0 to 100.</param>
public readonly record struct CountedCard(Guid Application, Guid Marker, Fraction Value);
