namespace PB.Tally;

/// <summary>
/// Cumulative single transferable vote: each voter divides an equal share of the budget among projects by points; a project that is given its cost is funded, what is
/// beyond its cost goes on to the other projects of its voters, and where none is given enough either the last is eliminated or money is moved to the first.
/// </summary>
/// <remarks>
/// <para>
/// Skowron, Slinko, Szufa and Talmon, "Participatory Budgeting with Cumulative Votes", arXiv:2009.02690. The six variants of the academic reference are those of
/// <see cref="Selection"/> and <see cref="MovesLittle"/>. Whatever leaves a project goes to the voter's other remaining projects in proportion to their points; so what a voter gives is
/// always the purse, divided by the points of the projects that remain. An excess goes back to its voters in equal shares of what they gave, except to
/// those for whom no other project remains: these pay first.
/// </para>
/// <para>
/// Eliminating: of the projects that remain the last by <see cref="Selection"/> is eliminated, until one is given its cost or none remains; then the eliminated are
/// gone through from the last to the first, and each that fits is funded. Moving little: projects whose voters have less than the cost together are set aside; the first of the others by
/// <see cref="Selection"/> gets what it lacks from its own voters, all raising what they give to it by the same factor, up to the whole purse. At the end those set aside
/// are gone through, first by <see cref="Selection"/> first, and each that fits is funded; whoever gave to it has nothing left to give.
/// </para>
/// <para>
/// All ballots but blank ones have to have the same sum of points, above zero, and no points below zero. The score of a <see cref="Decision"/> is what the project was given, in minor
/// units, to 12 digits, higher being better; phases are <c>transfer</c>, <c>transfer_moved</c>, <c>transfer_restored</c>. Nothing is decided by rounding: purses are enclosed to 256 bits,
/// and worked out exactly where that leaves a question open (the academic reference allows supports a hundred-thousandth below the cost, and ignores an excess below 0.01).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var rule = new TransferRule { Selection = TransferSelection.SupportOverCost, MovesLittle = true };
/// var count = rule.Count(new Election(new Money(100_000_00), projects, ballots) { Kind = BallotKind.Points });
/// </code>
/// </example>
public sealed record TransferRule : Rule
{
    /// <summary>By what it is said which project is ahead. Default: <see cref="TransferSelection.Excess"/>.</summary>
    public TransferSelection Selection { get; init; }

    /// <summary>True to move money to the first project where none is given its cost; false, the default, to eliminate the last.</summary>
    public bool MovesLittle { get; init; }

    /// <summary>
    /// What a point is worth, but at most an equal share of the budget for a ballot; above zero. Null, the default: as much as makes each ballot worth an equal share. The academic reference
    /// takes a point for a unit of the currency, which makes most files' ballots worth next to nothing.
    /// </summary>
    public Money? PointWorth { get; init; }

    /// <summary>The rule's name: <c>cstv_ewt</c>, <c>cstv_ewtc</c>, <c>cstv_ewts</c>, and <c>cstv_mt</c>, <c>cstv_mtc</c>, <c>cstv_mts</c> if it moves little.</summary>
    public override string Name => (MovesLittle ? "cstv_mt" : "cstv_ewt") + Selection switch
    {
        TransferSelection.Excess => "",
        TransferSelection.SupportOverCost => "c",
        TransferSelection.Support => "s",
    };

    internal override Contest Run(Contest contest)
    {
        if (!contest.Profile.Knows(Satisfaction.Points)) throw new ArgumentException("A cumulative transferable vote needs points.");
        if (PointWorth is { MinorUnits: <= 0 }) throw new ArgumentException("A point has to be worth more than zero.");
        if (SumOf(contest.Profile) is not { } sum) return contest;
        var share = new Fraction(contest.Budget, contest.Profile.Ballots);
        if (PointWorth is { } worth && (Fraction)worth.MinorUnits * sum < share) share = (Fraction)worth.MinorUnits * sum;
        TieTrial.Run(contest, (on, ties) => new TransferCount(on, ties, new(on.Profile, share, Selection), MovesLittle).Run(), isLocal: false);
        return contest;
    }

    // The points of every ballot that gives any; null if none does.
    static long? SumOf(Profile profile)
    {
        long? all = null;
        for (var group = 0; group < profile.Groups; group++)
        {
            var sum = 0L;
            foreach (var points in profile.Values(group))
                sum += points >= 0 ? points : throw new ArgumentException($"A ballot gives {points} points; a cumulative transferable vote needs points of zero or more.");
            if (sum == 0 || sum == all) continue;
            if (all is { } other) throw new ArgumentException($"Not all ballots have the same sum of points: one has {other}, another {sum}.");
            all = sum;
        }
        return all;
    }
}
