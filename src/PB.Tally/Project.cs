namespace PB.Tally;

/// <summary>A project that can be voted for.</summary>
/// <param name="Number">Its number on the ballot: 1 or more, and no other project of the election has it.</param>
/// <param name="Cost">What it costs in full: zero or more. It gets this, nothing, or a part if the rule part-funds.</param>
/// <remarks>The ranges are checked by the rule that counts, which throws <see cref="ArgumentException"/>.</remarks>
public sealed record Project(int Number, Money Cost);
