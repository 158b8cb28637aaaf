namespace PB.Tally.Files;

/// <summary>How a file is to be read. By default strictly, and without the columns of votes that no count needs.</summary>
public sealed record PabulibReading
{
    /// <summary>
    /// True to repair what can be repaired, and to list each repair in <see cref="PabulibFile.Repairs"/>, instead of refusing the file. No row is ever left out:
    /// a vote that cannot be read whole is kept with what can be read of it. What cannot be repaired is an error in both ways of reading. Default: false.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>
    /// True to keep in <see cref="PabulibVote.Cells"/> what else the file says of each voter: age, sex, way of voting, answers to a survey. A file is
    /// only written again whole if it was read so. Costs time and memory, one text for each cell. Default: false.
    /// </summary>
    public bool KeepsCells { get; init; }
}
