namespace PB.Tally;

/// <summary>What voters decided about, and what they said.</summary>
/// <param name="Budget">The money to share out: zero or more.</param>
/// <param name="Projects">The projects, in any order; the order never matters to a count.</param>
/// <param name="Ballots">The ballots, in any order; the order never matters to a count.</param>
/// <remarks>
/// A rule that counts checks all of it and throws <see cref="ArgumentException"/> for a negative budget or cost, a project number
/// below 1 or used twice, a ballot with a number that no project has, points that are not one for each number, or a multiplicity below 1;
/// the message names the number.
/// </remarks>
public sealed record Election(Money Budget, IReadOnlyList<Project> Projects, IReadOnlyList<Ballot> Ballots)
{
    /// <summary>What the ballots hold. Default: <see cref="BallotKind.Approval"/>.</summary>
    public BallotKind Kind { get; init; }
}
