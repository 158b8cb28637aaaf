using System.Collections.Immutable;

namespace PB.Tally.Files;

/// <summary>What is said about a file while it is read. In strict reading nothing is repaired: the first thing wrong is the error.</summary>
sealed class Remarks(bool isLenient)
{
    readonly List<PabulibRemark> repairs = [];
    readonly List<PabulibRemark> warnings = [];

    public bool IsLenient => isLenient;

    public ImmutableArray<PabulibRemark> Repairs => [.. repairs];

    public ImmutableArray<PabulibRemark> Warnings => [.. warnings];

    /// <summary>Notes what is repaired.</summary>
    /// <param name="line">The line.</param>
    /// <param name="what">What is wrong: a sentence.</param>
    /// <param name="advice">What to do about it, for whom the file is refused: a sentence.</param>
    /// <param name="how">How it is read all the same: a sentence.</param>
    /// <exception cref="PabulibException">Reading is strict.</exception>
    public void Repair(int line, string what, string advice, string how)
    {
        if (!isLenient) throw new PabulibException(line, $"{what} {advice}");
        repairs.Add(new(line, what, how));
    }

    /// <summary>Notes what looks wrong and is read as it stands in both ways of reading.</summary>
    public void Warn(int line, string what, string how) => warnings.Add(new(line, what, how));
}
