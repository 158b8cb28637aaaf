namespace PB.Tally.Shares;

/// <summary>What it would have taken, found by counting again: <see cref="Step.VotesShort"/> and <see cref="Step.CheaperBy"/>.</summary>
/// <remarks>
/// Further voters also share in the budget, so more of them may help less: a number is told that would have been enough where one less would not.
/// The search begins at what the supporters were short of when they could not pay any more, which is nearly it.
/// </remarks>
sealed class SharesWhatIf(EqualSharesRule rule, Contest contest, long increases)
{
    // In supporters looked at; a second or two for each ten million.
    const long MostWork = 25_000_000;

    readonly Profile profile = contest.Profile;

    public void Run()
    {
        var funded = contest.Funded.ToHashSet();
        var losers = Enumerable.Range(0, profile.Projects.Length)
            .Where(position => !funded.Contains(position) && contest.IsInTheRace(position)).ToList();
        if (Math.BigMul(losers.Count, profile.SupporterGroup.Length) > MostWork / (increases + 1)) return;
        foreach (var position in losers) contest.Tell(position, new(VotesShort(position), CheaperBy(position)));
    }

    int? VotesShort(int position)
    {
        if (!profile.IsByApproval) return null;
        var share = Math.Max(1, contest.EachVoterHad is { } had ? Rounding.Quotient(had.Numerator, had.Denominator) : 1);
        var most = Math.Min(Math.Max(1000, 10L * profile.Ballots), int.MaxValue - (long)profile.Ballots);
        var guess = (long)Math.Clamp(Missing(position) / share, 1, Math.Max(1, most));
        return (int?)Least(guess, most, votes => IsFunded(profile.With(position, (int)votes), position));
    }

    Money? CheaperBy(int position)
    {
        var cost = profile.Cost(position);
        var guess = (long)Math.Clamp(Missing(position), 1, Math.Max(1, cost));
        return Least(guess, cost, off => IsFunded(profile.Costing(position, cost - off), position)) is { } least ? new Money(least) : null;
    }

    double Missing(int position) =>
        contest.WhyOf(position)?.SupportersHad is { } had ? profile.Cost(position) - Rounding.Quotient(had.Numerator, had.Denominator) : 0;

    bool IsFunded(Profile other, int position) => rule.Count(other, Detail.Decisions).Funded.Contains(profile.Number(position));

    // A number from 1 to most that is enough where one less is not: from the guess by growing steps to both sides, then by halves.
    static long? Least(long guess, long most, Func<long, bool> isEnough)
    {
        if (most < 1) return null;
        var (not, enough) = (0L, Math.Min(guess, most));
        for (var step = 1L; !isEnough(enough); step *= 4)
        {
            if (enough == most) return null;
            (not, enough) = (enough, Math.Min(most, enough + step));
        }
        for (var (step, low) = (1L, enough); low > not + 1; step *= 4)
        {
            low = Math.Max(not + 1, enough - step);
            if (!isEnough(low)) not = low;
            else enough = low;
        }
        while (enough - not > 1)
        {
            var middle = not + (enough - not) / 2;
            if (isEnough(middle)) enough = middle;
            else not = middle;
        }
        return enough;
    }
}
