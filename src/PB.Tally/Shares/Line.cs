namespace PB.Tally.Shares;

/// <summary>A number that grows evenly with the increases: <paramref name="Value"/> + <paramref name="Slope"/> × increases.</summary>
readonly record struct Line(double Value, double Slope)
{
    public static Line operator +(Line line, double shift) => line with { Value = line.Value + shift };

    public static Line operator *(Line line, double factor) => new(line.Value * factor, line.Slope * factor);

    public static Line operator /(Line line, double divisor) => new(line.Value / divisor, line.Slope / divisor);

    public double At(double increases) => Value + Slope * increases;

    /// <summary>The size of the numbers that make it up, which bounds what rounding may do to it.</summary>
    public double Size(double increases) => Math.Abs(Value) + Math.Abs(Slope) * increases;

    /// <summary>True if this line is above the other at so many increases, even if the few last operations on both have rounded the worst way.</summary>
    public bool IsAbove(Line other, double increases) =>
        At(increases) - other.At(increases) > 32 * Rounding.Unit * (Size(increases) + other.Size(increases));

    /// <summary>The last whole number of increases up to <paramref name="to"/> up to which this line is above the other, as it is at <paramref name="from"/>.</summary>
    public long LastAbove(Line other, long from, long to)
    {
        if (IsAbove(other, to)) return to;
        var crossing = (other.Value - Value) / (Slope - other.Slope);
        var last = crossing < from || crossing > to || double.IsNaN(crossing) ? from : (long)crossing;
        // Being above at both ends it is above between them.
        while (last > from && !IsAbove(other, last)) last = from + (last - from) / 2;
        return last;
    }
}
