namespace PB.Tally;

/// <summary>A project that people have decided about before the count.</summary>
/// <param name="Number">The project's number.</param>
/// <param name="IsFunded">True if it is funded whatever its votes, its cost taken from the budget; false if it cannot win.</param>
/// <param name="Reason">Why, in words for the public.</param>
public sealed record Beforehand(int Number, bool IsFunded, string Reason);
