namespace PB.Tally.Files;

/// <summary>Something about a file that its reader should tell: what was repaired, or what looks wrong though it could be read.</summary>
/// <param name="Line">The line of the file, from 1; a row that spans several lines is at its first.</param>
/// <param name="What">What is wrong, in a full sentence.</param>
/// <param name="How">How it was read all the same, in a full sentence.</param>
public readonly record struct PabulibRemark(int Line, string What, string How)
{
    /// <summary>The remark on one line.</summary>
    public override string ToString() => $"Line {Line}: {What} {How}";
}
