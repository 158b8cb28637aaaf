namespace PB.Tally;

/// <summary>A greedy rule on its way down the list: it decides about one project after another and writes it into the contest.</summary>
sealed class GreedyPass(GreedyRule rule, GreedyRanking ranking, Contest contest)
{
    bool stopped;

    /// <summary>What is set aside for areas is given in whole costs only: what a part or a reserve may do is for the money of all.</summary>
    public WhenItDoesNotFit Mode { get; } =
        contest.IsFloor && rule.WhenItDoesNotFit != WhenItDoesNotFit.Skip ? WhenItDoesNotFit.Stop : rule.WhenItDoesNotFit;

    /// <summary>The highest cost at which a project would get its whole cost now; below zero if none.</summary>
    public Int128 Reach(int position)
    {
        if (stopped || contest.HasRival(position)) return -1;
        var money = Mode == WhenItDoesNotFit.TopUp ? (Int128)contest.Left * 100 / rule.MinimumSharePercent : contest.Left;
        return Int128.Min(money, contest.RoomFor(position));
    }

    /// <summary>True if the project could get something, but for the money left.</summary>
    public bool IsOpenTo(int position) =>
        !stopped && contest.IsUndecided(position) && Want(position) is null && !IsOutOfReach(position) && contest.Barrier(position) is null;

    /// <summary>True if the project would get something were it the next.</summary>
    public bool Awards(int position) => contest.Profile.Cost(position) <= contest.Left || Reaches(contest.Left, position);

    public void Take(int position, Decision? why, Shortfall missing = default)
    {
        var (outcome, cost) = (Decide(position), contest.Profile.Cost(position));
        if (outcome is Outcome.Funded or Outcome.ToppedUp or Outcome.PartFunded)
            contest.Award(position, outcome, outcome == Outcome.PartFunded ? contest.Left : cost, why, missing);
        else contest.Pass(position, outcome, why, missing);
        var isMisfit = outcome is Outcome.ToppedUp or Outcome.PartFunded or Outcome.DoesNotFit && !IsOutOfReach(position);
        stopped |= isMisfit && Mode != WhenItDoesNotFit.Skip;
    }

    public Outcome Decide(int position)
    {
        if (Want(position) is { } want) return want;
        if (IsOutOfReach(position)) return Outcome.DoesNotFit;
        if (contest.Barrier(position) is { } barrier) return barrier;
        if (stopped) return Outcome.AfterTheStop;
        if (contest.Profile.Cost(position) <= contest.Left) return Outcome.Funded;
        if (!Reaches(contest.Left, position)) return Outcome.DoesNotFit;
        return Mode == WhenItDoesNotFit.TopUp ? Outcome.ToppedUp : Outcome.PartFunded;
    }

    Outcome? Want(int position) =>
        contest.WantOfVotes(position) ?? (ranking.Reaches(contest.Candidates[position]) ? null : Outcome.TooFewVotes);

    // Not payable even with the whole budget.
    bool IsOutOfReach(int position) => contest.Profile.Cost(position) > contest.Budget && !Reaches(contest.Budget, position);

    bool Reaches(long money, int position) =>
        Mode is WhenItDoesNotFit.PartFund or WhenItDoesNotFit.TopUp
        && (Int128)money * 100 >= (Int128)contest.Profile.Cost(position) * rule.MinimumSharePercent;
}
