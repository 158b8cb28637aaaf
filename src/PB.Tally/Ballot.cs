using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>What a voter said about projects, or a group of voters who said exactly the same.</summary>
/// <param name="Numbers">
/// The numbers of the listed projects: best first if the ballot is a <see cref="BallotKind.Ranking"/>, otherwise in any order. Of a number that
/// occurs twice the first counts. Empty (or default) is a blank ballot: it gives nothing to anybody, and counts among the ballots.
/// </param>
/// <param name="Times">How many voters cast exactly this ballot: 1 or more.</param>
/// <remarks>Giving a ballot once with <c>Times = 3</c>, or three times, makes no difference to any count.</remarks>
public readonly record struct Ballot(ImmutableArray<int> Numbers, int Times = 1)
{
    /// <summary>
    /// The points of each of <see cref="Numbers"/>, in the same order; looked at only if the ballot is of the kind <see cref="BallotKind.Points"/>.
    /// Whole numbers of at most 10^12 either way: an election with decimals multiplies all of its points by the same power of ten, which changes no count.
    /// </summary>
    public ImmutableArray<long> Points { get; init; }
}
