namespace PB.Tally.Shares;

/// <summary>What a score certainly does not exceed at the two ends of a stretch.</summary>
readonly record struct Ceiling(double Near, double Far)
{
    /// <summary>More than a line and a comparison of two may round away: see <see cref="Line.IsAbove"/>.</summary>
    public const double Margin = 40 * Rounding.Unit;

    /// <summary>A line from above at the two ends of the stretch.</summary>
    public static Ceiling Over(Line line, long from, long to) =>
        new(line.At(from) + Margin * line.Size(from), line.At(to) + Margin * line.Size(to));
}
