using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>The projects that a voter chose, or a group of voters who chose exactly the same.</summary>
/// <param name="Numbers">
/// The numbers of the chosen projects, in any order. A number that occurs twice counts once. Empty (or default) is a blank ballot:
/// it gives no vote, and counts among the ballots.
/// </param>
/// <param name="Times">How many voters cast exactly this ballot: 1 or more.</param>
/// <remarks>Giving a ballot once with <c>Times = 3</c>, or three times, makes no difference to any count.</remarks>
public readonly record struct ApprovalBallot(ImmutableArray<int> Numbers, int Times = 1);
