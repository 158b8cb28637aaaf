namespace PB.Tally.Overspending;

/// <summary>The best that the supporters of a project can offer for it: its score, and what each of them pays who can.</summary>
sealed class Offer(Backers backers)
{
    /// <summary>So long numerator and denominator may be together.</summary>
    public const int MostBits = 20_000;

    readonly Lazy<(Enclosure Score, Enclosure Price)> enclosed = new(backers.Enclosed);
    readonly Lazy<(Fraction Score, Fraction Price)?> exact = new(backers.Exact);

    /// <summary>What doubles tell of it.</summary>
    public Sketch Sketch => backers.Sketch;

    /// <summary>ρ / α.</summary>
    public Enclosure Score => enclosed.Value.Score;

    /// <summary>What each supporter pays, or all they have.</summary>
    public Enclosure Price => enclosed.Value.Price;

    /// <summary>The same exactly; null if the fractions are too long.</summary>
    public (Fraction Score, Fraction Price)? Exact => exact.Value;

    /// <summary>What is thrown where neither bounds nor fractions can tell.</summary>
    public static InvalidOperationException TooClose() =>
        new("Two scores are too close to tell them apart, and the exact numbers too long. Choose another rule.");

    /// <summary>Compares two offers by their scores; null if bounds cannot tell.</summary>
    public int? Nearly(Offer other) => Compare(Sketch, other.Sketch) ?? (Score - other.Score).Sign;

    /// <summary>Compares two offers by their scores.</summary>
    public int CompareTo(Offer other) =>
        Nearly(other) ?? (Exact is { } mine && other.Exact is { } theirs ? mine.Score.CompareTo(theirs.Score) : throw TooClose());

    /// <summary>The score for people, to 12 digits.</summary>
    public decimal Shown(int digits)
    {
        var (near, width) = ((Sketch.Low + Sketch.High) / 2, Sketch.High - Sketch.Low);
        return Sketch.Low > 0 && double.IsFinite(near) ? Rounding.Shown(near, width / near, () => Score.Near(digits)) : Score.Near(digits).ToDecimal();
    }

    static int? Compare(Sketch one, Sketch other) => one.High < other.Low ? -1 : one.Low > other.High ? 1 : null;
}
