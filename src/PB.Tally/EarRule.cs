namespace PB.Tally;

/// <summary>
/// Expanding approvals for rankings: first only the best place of each ranking counts, then the best two, and so on; at each depth every project with enough votes for
/// its cost is funded, and those who voted for it have spent so much of their vote.
/// </summary>
/// <remarks>
/// <para>
/// Aziz and Lee, "Proportionally Representative Participatory Budgeting with Ordinal Preferences", AAAI 2021 (PB-EAR). With n ballots and the budget B, a project of cost c
/// has enough votes if those who rank it among their best j places weigh at least n c / B together. All voters weigh 1 at first; for a funded project the weights of its voters
/// at that depth fall by the same share, by n c / B together. When no project that fits has enough, j grows; the count ends after the longest ranking.
/// </para>
/// <para>
/// The paper leaves open which of several projects with enough votes is next: here it is the one with the most votes for its cost (one of cost zero before all), and
/// equals are a tie (<see cref="Rule.Ties"/>). The academic reference takes one by chance, rounds weights to whole numbers and six decimals, and so is no measure. The score of a <see cref="Decision"/> is the depth j, from 1, and its supporters
/// are those who count at that depth. A project without support is funded only if its cost is zero and <see cref="Rule.RequireSupport"/> is false. Ballots have to be rankings.
/// Nothing here is decided by rounding: weights are enclosed to 256 bits, and worked out exactly where that leaves a question open.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new EarRule().Count(new Election(new Money(100_000_00), projects, ballots) { Kind = BallotKind.Ranking });
/// </code>
/// </example>
public sealed record EarRule : Rule
{
    /// <summary>The rule's name: <c>pb_ear</c>.</summary>
    public override string Name => "pb_ear";

    internal override Contest Run(Contest contest)
    {
        if (!contest.Profile.Knows(Satisfaction.Borda)) throw new ArgumentException("Expanding approvals need rankings.");
        if (contest.Profile.Ballots > 0) EarCount.Run(contest);
        return contest;
    }
}
