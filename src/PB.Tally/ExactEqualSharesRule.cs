namespace PB.Tally;

/// <summary>
/// Exact equal shares: the budget is divided equally among voters, and whoever pays for a project pays exactly as much as the others who pay for it;
/// next is always the project that costs each of its payers least.
/// </summary>
/// <remarks>
/// <para>
/// Kraiczy, Robinson and Elkind, "Streamlining Equal Shares", arXiv:2502.11797, for approvals with equal satisfaction from each project (<c>ees_card</c>). Of the voters who
/// listed a project those pay who can: if c is its cost, the largest number k of them who each have c/k left. The project with the lowest c/k is
/// funded, and each of the k pays that. The count ends when no project has payers; it may leave much money (see <see cref="AddOpt"/>). Ballots count as approvals,
/// and a project without support is never funded, whatever <see cref="Rule.RequireSupport"/> says.
/// </para>
/// <para>
/// The score of a <see cref="Decision"/> is what each payer pays, in minor units; other projects of a decision may have a bound for it. Equal scores are a tie.
/// Everything is exact. Time: each decision looks at few projects, in a few passes over their supporters.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var count = new ExactEqualSharesRule { AddOpt = true }.Count(new Election(new Money(100_000_00), projects, ballots));
/// </code>
/// </example>
public sealed record ExactEqualSharesRule : Rule
{
    /// <summary>
    /// True to spend more of the budget: every voter's share is raised, again and again, by exactly the least that changes anything in the run (add-opt), until nothing can
    /// change any more; of the outcomes that cost no more than the budget the first of those that cost most is taken. Default: false.
    /// </summary>
    /// <remarks>
    /// Each rise may bring only one more payer to one project, so that the number of runs grows with that of different ballots times their length: meant for elections of up to
    /// a few hundred different ballots. Ties are told of the run that is taken, with the share that it has.
    /// </remarks>
    public bool AddOpt { get; init; }

    /// <summary>The rule's name: <c>ees_card</c>, or <c>ees_card_addopt</c>.</summary>
    public override string Name => AddOpt ? "ees_card_addopt" : "ees_card";

    internal override Contest Run(Contest contest)
    {
        if (contest.Profile.Ballots == 0) return contest;
        var share = new Fraction(contest.Budget, contest.Profile.Ballots);
        if (AddOpt) share = BestShare(contest, share);
        TieTrial.Run(contest, (on, ties) => new ExactEqualSharesCount(on, ties, share).Run(), isLocal: true);
        return contest;
    }

    static Fraction BestShare(Contest contest, Fraction share)
    {
        var (best, most) = (share, -1L);
        var before = contest.Funded.Sum(contest.Profile.Cost);
        while (true)
        {
            var (trial, rise) = (contest.Fork(), new ShareRise(contest.Profile));
            new ExactEqualSharesCount(trial, TieBreak.Of(contest), share) { Rise = rise }.Run();
            var spent = trial.Funded.Sum(contest.Profile.Cost) - before;
            if (spent <= contest.Budget && spent > most) (best, most) = (share, spent);
            // Nothing can cost more than the whole budget.
            if (most == contest.Budget || rise.Smallest is not { } more) return best;
            share += more;
        }
    }
}
