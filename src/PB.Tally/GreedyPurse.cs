namespace PB.Tally;

/// <summary>The money of a greedy count on its way down the list.</summary>
sealed class GreedyPurse
{
    readonly GreedyRule rule;
    readonly long budget;
    readonly Dictionary<int, int> winnerOfGroup = [];
    bool stopped;

    public GreedyPurse(GreedyRule rule, Money budget) => (this.rule, this.budget, Left) = (rule, budget.MinorUnits, budget.MinorUnits);

    public long Left { get; private set; }

    bool StopsAtTheFirst => rule.WhenItDoesNotFit != WhenItDoesNotFit.Skip;

    /// <summary>The highest cost at which a candidate would get its whole cost now; below zero if none.</summary>
    public Int128 Reach(Candidate candidate)
    {
        if (stopped || ExcludedBy(candidate) is not null) return -1;
        return rule.WhenItDoesNotFit == WhenItDoesNotFit.TopUp ? (Int128)Left * 100 / rule.MinimumSharePercent : Left;
    }

    public bool HasTheVotes(Candidate candidate) =>
        candidate.Votes >= rule.MinimumVotes && (candidate.Votes > 0 || !rule.RequireSupport);

    /// <summary>True if the candidate could not even be paid for with the whole budget.</summary>
    public bool IsOutOfReach(Candidate candidate) => candidate.Cost > budget && !Reaches(budget, candidate);

    /// <summary>True if the candidate would get something were it the next.</summary>
    public bool Awards(Candidate candidate) => candidate.Cost <= Left || Reaches(Left, candidate);

    public int? ExcludedBy(Candidate candidate)
    {
        foreach (var group in candidate.Groups)
            if (winnerOfGroup.TryGetValue(group, out var winner)) return winner;
        return null;
    }

    public bool IsOpenTo(Candidate candidate) =>
        !stopped && HasTheVotes(candidate) && !IsOutOfReach(candidate) && ExcludedBy(candidate) is null;

    public Step Take(Candidate candidate)
    {
        var (before, outcome) = (Left, Decide(candidate));
        var awarded = outcome switch
        {
            Outcome.Funded or Outcome.ToppedUp => candidate.Cost,
            Outcome.PartFunded => Left,
            _ => 0,
        };
        var excludedBy = outcome == Outcome.Excluded ? ExcludedBy(candidate) : null;
        if (outcome is Outcome.Funded or Outcome.ToppedUp or Outcome.PartFunded) Pay(candidate, awarded);
        var isMisfit = outcome is Outcome.ToppedUp or Outcome.PartFunded or Outcome.DoesNotFit && !IsOutOfReach(candidate);
        stopped |= isMisfit && StopsAtTheFirst;
        return StepOf(candidate, outcome, awarded, before) with { ExcludedBy = excludedBy };
    }

    void Pay(Candidate candidate, long awarded)
    {
        Left = Math.Max(0, Left - awarded);
        foreach (var group in candidate.Groups) winnerOfGroup.TryAdd(group, candidate.Number);
    }

    Outcome Decide(Candidate candidate)
    {
        if (candidate.Votes == 0 && rule.RequireSupport) return Outcome.NoSupport;
        if (candidate.Votes < rule.MinimumVotes) return Outcome.TooFewVotes;
        if (IsOutOfReach(candidate)) return Outcome.DoesNotFit;
        if (ExcludedBy(candidate) is not null) return Outcome.Excluded;
        if (stopped) return Outcome.AfterTheStop;
        if (candidate.Cost <= Left) return Outcome.Funded;
        if (!Reaches(Left, candidate)) return Outcome.DoesNotFit;
        return rule.WhenItDoesNotFit == WhenItDoesNotFit.TopUp ? Outcome.ToppedUp : Outcome.PartFunded;
    }

    bool Reaches(long money, Candidate candidate) =>
        rule.WhenItDoesNotFit is WhenItDoesNotFit.PartFund or WhenItDoesNotFit.TopUp
        && (Int128)money * 100 >= (Int128)candidate.Cost * rule.MinimumSharePercent;

    Step StepOf(Candidate candidate, Outcome outcome, long awarded, long before) => new()
    {
        Number = candidate.Number,
        Cost = candidate.Project.Cost,
        Votes = candidate.Votes,
        Outcome = outcome,
        Awarded = new(awarded),
        MoneyBefore = new(before),
        MoneyAfter = new(Left),
    };
}
