// Longer than the house allows: the ledger and what it says of each project belong together; every rule reads it here.
using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>The ledger of one count: which projects are still open, the money left, and what was decided. Rules that choose one project after another write it.</summary>
/// <remarks>
/// A rule may be run on a contest that another has begun: so completions are made. Once a project is blocked (an exclusive group has its
/// winner, an area's ceiling would be passed, it costs more than what is left) it stays blocked.
/// </remarks>
sealed class Contest
{
    readonly Rule rule;
    readonly int[][] groupsOf;
    readonly int[][] areasOf;
    readonly int[] winnerOfGroup;
    readonly long[] leftOfArea;
    readonly Outcome?[] outcomes;
    readonly string?[] reasons;
    readonly Decision?[] decisions;
    readonly List<(int Position, Money Before, Money After)> funded = [];
    readonly ImmutableArray<Tie>.Builder ties = ImmutableArray.CreateBuilder<Tie>();

    public Contest(Rule rule, Profile profile, Detail detail = Detail.Trace)
    {
        (this.rule, Profile, Detail) = (rule, profile, detail);
        ContestChecks.Check(rule, profile);
        Order = new(rule.Ties);
        Candidates = [.. profile.Projects.Select((project, position) => new Candidate(project, profile.Votes[position], []))];
        (groupsOf, areasOf) = (Memberships(rule.ExclusiveGroups), Memberships([.. rule.Areas.Select(area => area.Numbers)]));
        winnerOfGroup = new int[rule.ExclusiveGroups.Length];
        leftOfArea = [.. rule.Areas.Select(area => area.AtMost?.MinorUnits ?? long.MaxValue)];
        var projects = profile.Projects.Length;
        (outcomes, reasons, decisions) = (new Outcome?[projects], new string?[projects], new Decision?[projects]);
        Left = profile.Budget;
        foreach (var beforehand in rule.Beforehand) Settle(beforehand);
        // What was funded beforehand is no longer there to share out.
        Budget = Left;
    }

    Contest(Contest other)
    {
        (rule, groupsOf, areasOf, reasons, decisions) = (other.rule, other.groupsOf, other.areasOf, other.reasons, [.. other.decisions]);
        (winnerOfGroup, leftOfArea, outcomes, funded) = ([.. other.winnerOfGroup], [.. other.leftOfArea], [.. other.outcomes], [.. other.funded]);
        (Profile, Detail, Order, Candidates) = (other.Profile, Detail.Decisions, other.Order, other.Candidates);
        (Budget, Left) = (other.Budget, other.Left);
    }

    public Profile Profile { get; }

    public Detail Detail { get; }

    /// <summary>The order of the tie rule over <see cref="Candidates"/>.</summary>
    public TieOrder Order { get; }

    /// <summary>The projects by position, as the tie rule sees them.</summary>
    public Candidate[] Candidates { get; }

    /// <summary>The money to share out: the election's, less what was funded beforehand.</summary>
    public long Budget { get; }

    /// <summary>The money left.</summary>
    public long Left { get; private set; }

    /// <summary>The positions funded so far by the rule, in the order of decision; without those funded beforehand.</summary>
    public IEnumerable<int> Funded => funded.Select(entry => entry.Position).Where(position => outcomes[position] == Outcome.Funded);

    /// <summary>True if the project is undecided, has the votes, and no group, area or the money left is in its way.</summary>
    public bool IsOpen(int position) => outcomes[position] is null && Hindrance(position) is null;

    /// <summary>True if the project is undecided and could be funded were there money without end.</summary>
    public bool IsEligible(int position) => outcomes[position] is null && Hindrance(position) is null or Outcome.DoesNotFit;

    /// <summary>What stands in the way of an undecided project; null if nothing does.</summary>
    public Outcome? Hindrance(int position)
    {
        var votes = Profile.Votes[position];
        if (votes == 0 && rule.RequireSupport) return Outcome.NoSupport;
        if (votes < MinimumVotes(position)) return Outcome.TooFewVotes;
        if (Profile.Cost(position) > Budget) return Outcome.DoesNotFit;
        if (RivalOf(position) is not null) return Outcome.Excluded;
        if (FullAreaOf(position) is not null) return Outcome.AreaFull;
        return Profile.Cost(position) > Left ? Outcome.DoesNotFit : null;
    }

    /// <summary>A contest that stands where this one stands, to try on it what would happen; without the ties noted so far and without a trace.</summary>
    public Contest Branch() => new(this);

    /// <summary>How many votes the project needs.</summary>
    public int MinimumVotes(int position) => areasOf[position].Aggregate(rule.MinimumVotes, (most, area) => Math.Max(most, rule.Areas[area].MinimumVotes));

    /// <summary>Funds an open project.</summary>
    public void Fund(int position, Decision? why = null)
    {
        var before = Left;
        Pay(position);
        (outcomes[position], decisions[position]) = (Outcome.Funded, why);
        funded.Add((position, new(before), new(Left)));
    }

    /// <summary>Says of a project that stays without money why it does, as the part of the rule that looked at it last knows best.</summary>
    public void Explain(int position, Outcome outcome, Decision? why = null) => (outcomes[position], decisions[position]) = (outcome, why);

    /// <summary>Opens again what an earlier part of the rule had explained, for the part that comes next.</summary>
    public void Reopen()
    {
        for (var position = 0; position < outcomes.Length; position++)
            if (outcomes[position] is Outcome.SupportersCannotPay or Outcome.AfterTheStop) outcomes[position] = null;
    }

    public void Note(Tie tie) => ties.Add(tie);

    public Count Result()
    {
        ImmutableArray<Step> steps = [.. funded.Select(FundedStep), .. Rest()];
        return new()
        {
            Rule = rule.Name,
            Budget = new(Profile.Budget),
            Spent = new(Profile.Budget - Left),
            Ballots = Profile.Ballots,
            Steps = steps,
            Ties = ties.ToImmutable(),
        };
    }

    void Settle(Beforehand beforehand)
    {
        var position = Profile.PositionOf(beforehand.Number);
        var before = Left;
        reasons[position] = beforehand.Reason;
        outcomes[position] = beforehand.IsFunded ? Outcome.FundedBeforehand : Outcome.ExcludedBeforehand;
        if (!beforehand.IsFunded) return;
        Pay(position);
        funded.Add((position, new(before), new(Left)));
    }

    void Pay(int position)
    {
        var cost = Profile.Cost(position);
        Left -= cost;
        foreach (var area in areasOf[position])
            if (leftOfArea[area] != long.MaxValue) leftOfArea[area] -= cost;
        foreach (var group in groupsOf[position])
            if (winnerOfGroup[group] == 0) winnerOfGroup[group] = Profile.Number(position);
    }

    int? RivalOf(int position)
    {
        foreach (var group in groupsOf[position])
            if (winnerOfGroup[group] != 0) return winnerOfGroup[group];
        return null;
    }

    int? FullAreaOf(int position)
    {
        foreach (var area in areasOf[position])
            if (Profile.Cost(position) > leftOfArea[area]) return area;
        return null;
    }

    IEnumerable<Step> Rest() => Enumerable.Range(0, outcomes.Length)
        .Where(position => outcomes[position] is not (Outcome.Funded or Outcome.FundedBeforehand))
        .OrderByDescending(position => Profile.Votes[position]).ThenBy(position => Candidates[position], Order)
        .Select(LosingStep);

    Step FundedStep((int Position, Money Before, Money After) entry) => StepOf(entry.Position, outcomes[entry.Position]!.Value) with
    {
        Awarded = Profile.Projects[entry.Position].Cost,
        MoneyBefore = entry.Before,
        MoneyAfter = entry.After,
    };

    Step LosingStep(int position)
    {
        var hindrance = Hindrance(position);
        var outcome = outcomes[position] is Outcome.ExcludedBeforehand ? Outcome.ExcludedBeforehand
            : hindrance is Outcome.NoSupport or Outcome.TooFewVotes or Outcome.Excluded or Outcome.AreaFull ? hindrance.Value
            : outcomes[position] ?? hindrance ?? Outcome.SupportersCannotPay;
        return StepOf(position, outcome) with
        {
            ExcludedBy = outcome == Outcome.Excluded ? RivalOf(position) : null,
            Reason = outcome == Outcome.AreaFull ? rule.Areas[FullAreaOf(position)!.Value].Name : reasons[position],
        };
    }

    Step StepOf(int position, Outcome outcome) => new()
    {
        Number = Profile.Number(position),
        Cost = Profile.Projects[position].Cost,
        Votes = Profile.Votes[position],
        Outcome = outcome,
        Awarded = Money.Zero,
        MoneyBefore = new(Left),
        MoneyAfter = new(Left),
        Reason = reasons[position],
        Why = decisions[position],
    };

    int[][] Memberships(ImmutableArray<ImmutableArray<int>> sets) =>
        [.. Profile.Projects.Select(project => Enumerable.Range(0, sets.Length).Where(set => sets[set].Contains(project.Number)).ToArray())];
}
