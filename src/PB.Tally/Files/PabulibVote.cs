using System.Collections.Immutable;

namespace PB.Tally.Files;

/// <summary>A row of a file's VOTES.</summary>
/// <param name="VoterId">The voter's id, any text; unique in the file.</param>
/// <param name="Projects">
/// Positions in <see cref="PabulibFile.Projects"/>, from 0, as listed: best first in ordinal files. May hold one twice; empty for a blank ballot.
/// </param>
/// <param name="Points">The points of each of <paramref name="Projects"/>, in the same order; empty if the row gives none.</param>
public readonly record struct PabulibVote(string VoterId, ImmutableArray<int> Projects, ImmutableArray<decimal> Points)
{
    /// <summary>The line of the file at which the row begins, from 1; 0 for a vote that is from no file.</summary>
    public int Line { get; init; }

    /// <summary>
    /// What else the file says of the voter: a text for each of <see cref="PabulibFile.VoteColumns"/>, in their order; empty where it says nothing, or <c>None</c>.
    /// None at all unless the file was read with <see cref="PabulibReading.KeepsCells"/>.
    /// </summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}
