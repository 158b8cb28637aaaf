namespace PB.Tally;

/// <summary>What voters were asked for.</summary>
public enum BallotKind
{
    /// <summary>To choose projects, one or several, without points or order; knapsack ballots are of this kind too.</summary>
    Approval,

    /// <summary>To give points to projects: <see cref="Ballot.Points"/>. Cumulative, scoring and value ballots.</summary>
    Points,

    /// <summary>To put projects in order, best first.</summary>
    Ranking,
}
