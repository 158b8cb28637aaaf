using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>The exact price of one unit of weight at which a project's supporters can just pay for it.</summary>
/// <param name="Position">The project.</param>
/// <param name="Numerator">The price times <paramref name="Weight"/>, over the common denominator of the <see cref="Purses"/> that it was found in.</param>
/// <param name="Weight">The weight of those who pay in full.</param>
/// <param name="Part">How each entry of the project's supporters pays.</param>
sealed record Price(int Position, BigInteger Numerator, BigInteger Weight, Part[] Part);

/// <summary>How a supporter pays.</summary>
enum Part : byte
{
    /// <summary>The full price, and keeps something.</summary>
    Full,

    /// <summary>The full price, which is exactly all that is left.</summary>
    Exactly,

    /// <summary>All that is left, less than the full price.</summary>
    All,
}
