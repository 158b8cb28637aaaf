using System.Buffers;

namespace PB.Tally.Shares;

/// <summary>What every group has left in the runs of a whole stretch of increases at once: within bounds that are proved.</summary>
/// <remarks>
/// Together the voters of a group have value + slope × d, wrong by at most slack, at each number d of increases of the stretch; never less than nothing.
/// Every operation adds to the slack more than it may have rounded away.
/// </remarks>
sealed class StretchPurses
{
    readonly Electorate electorate;
    // Taken from a pool, and so may be longer than there are groups.
    readonly Purse[] purses;

    public StretchPurses(Electorate electorate, Fraction start, Fraction step, long to)
    {
        this.electorate = electorate;
        var (value, slope) = (Rounding.Quotient(start.Numerator, start.Denominator), Rounding.Quotient(step.Numerator, step.Denominator));
        Start = new(value, slope);
        var slack = 8 * Rounding.Unit * (value + slope * to);
        purses = ArrayPool<Purse>.Shared.Rent(electorate.Times.Length);
        for (var group = 0; group < electorate.Times.Length; group++)
        {
            var voters = (double)electorate.Times[group];
            purses[group] = new(value * voters, slope * voters, slack * voters, voters);
        }
    }

    StretchPurses(StretchPurses other)
    {
        (electorate, purses, Start) = (other.electorate, ArrayPool<Purse>.Shared.Rent(other.electorate.Times.Length), other.Start);
        other.purses.AsSpan(0, electorate.Times.Length).CopyTo(purses);
    }

    /// <summary>What every voter starts with.</summary>
    public Line Start { get; }

    public StretchPurses Copy() => new(this);

    /// <summary>Gives the memory back; they are not to be used any more.</summary>
    public void Release() => ArrayPool<Purse>.Shared.Return(purses);

    /// <summary>Lays a project's supporters out to be looked at, as they stand now.</summary>
    public void LayOut(int position, StretchSupporters supporters)
    {
        var (first, end) = electorate.Entries(position);
        supporters.LayOut(purses, electorate.Groups[first..end], electorate.Weights(first, end));
    }

    /// <summary>Draws all purses.</summary>
    public void Draw(StretchSketch sketch, long from, long to) => sketch.Draw(purses, Start, from, to);

    /// <summary>Draws the purses of a project's supporters again, who are laid out.</summary>
    public void Draw(StretchSketch sketch, int position, StretchSupporters supporters, long from, long to)
    {
        var (first, end) = electorate.Entries(position);
        sketch.Draw(electorate.Groups[first..end], supporters.Parts(sketch.Scale, from, to));
    }

    /// <summary>Takes what the supporters have left after they paid.</summary>
    public void Take(int position, StretchSupporters supporters)
    {
        var (first, end) = electorate.Entries(position);
        supporters.PutBack(purses, electorate.Groups[first..end]);
    }
}
