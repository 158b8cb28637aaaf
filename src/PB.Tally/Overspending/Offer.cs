namespace PB.Tally.Overspending;

/// <summary>The best that the supporters of a project can offer for it: its score, and what each of them pays who can.</summary>
sealed class Offer(Backers backers, Enclosure score, Enclosure price)
{
    /// <summary>So long numerator and denominator may be together.</summary>
    public const int MostBits = 20_000;

    readonly Lazy<(Fraction Score, Fraction Price)?> exact = new(backers.Exact);

    /// <summary>ρ / α.</summary>
    public Enclosure Score => score;

    /// <summary>What each supporter pays, or all they have.</summary>
    public Enclosure Price => price;

    /// <summary>The same exactly; null if the fractions are too long.</summary>
    public (Fraction Score, Fraction Price)? Exact => exact.Value;

    /// <summary>What is thrown where neither bounds nor fractions can tell.</summary>
    public static InvalidOperationException TooClose() =>
        new("Two scores are too close to tell them apart, and the exact numbers too long. Choose another rule.");

    /// <summary>Compares two offers by their scores.</summary>
    public int CompareTo(Offer other) => (Score - other.Score).Sign
        ?? (Exact is { } mine && other.Exact is { } theirs ? mine.Score.CompareTo(theirs.Score) : throw TooClose());
}
