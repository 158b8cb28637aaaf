// Longer than the house allows: the ledger and what it says of each project belong together; every rule reads it here.
using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>The ledger of one count: which projects are still open, the money left, and what was decided, line by line. Every rule writes it.</summary>
/// <remarks>
/// A rule may be run on a contest that another has begun: so completions are made, and so what is set aside for areas is given first.
/// Once a project is blocked (an exclusive group has its winner, an area's ceiling would be passed, it costs more than what is left) it stays blocked.
/// </remarks>
sealed class Contest
{
    const int NoFloor = -1;

    readonly ContestLimits limits;
    readonly Outcome?[] outcomes;
    readonly string?[] reasons;
    readonly Decision?[] decisions;
    readonly Shortfall[] shortfalls;
    readonly List<Step> lines;
    readonly List<Tie> ties;
    int floor = NoFloor;
    long purse;
    long setAside;

    public Contest(Rule rule, Profile profile, Detail detail = Detail.Trace)
    {
        (Rule, Profile, Detail) = (rule, profile, detail);
        ContestChecks.Check(rule, profile);
        limits = new(rule, profile);
        Candidates = [.. profile.Projects.Select((project, position) => new Candidate(project, profile.Votes[position], limits.GroupsOf(position)))];
        Order = new(rule.Ties, Candidates);
        var projects = profile.Projects.Length;
        (outcomes, reasons, decisions, shortfalls) = (new Outcome?[projects], new string?[projects], new Decision?[projects], new Shortfall[projects]);
        (lines, ties, purse) = ([], [], profile.Budget);
        foreach (var beforehand in rule.Beforehand) Settle(beforehand);
        // What was funded beforehand is no longer there to share out.
        Budget = purse;
    }

    Contest(Contest other)
    {
        (Rule, Profile, Detail, Order, Candidates, Budget) = (other.Rule, other.Profile, Detail.Decisions, other.Order, other.Candidates, other.Budget);
        (limits, floor, purse, setAside) = (other.limits.Copy(), other.floor, other.purse, other.setAside);
        (outcomes, reasons, decisions, shortfalls) = ([.. other.outcomes], other.reasons, [.. other.decisions], [.. other.shortfalls]);
        (lines, ties, TiesOfFloors) = ([.. other.lines], [.. other.ties], other.TiesOfFloors);
        (EachVoterHad, Increases) = (other.EachVoterHad, other.Increases);
    }

    /// <summary>The rule whose options hold, and whose count this is; a completion runs on the contest of the rule that it completes.</summary>
    public Rule Rule { get; }

    public Profile Profile { get; }

    public Detail Detail { get; }

    /// <summary>The order of the tie rule over <see cref="Candidates"/>.</summary>
    public TieOrder Order { get; }

    /// <summary>The projects by position, as the tie rule sees them.</summary>
    public Candidate[] Candidates { get; }

    /// <summary>The money to share out: the election's, less what was funded beforehand and from what is set aside; for a floor, what is set aside.</summary>
    public long Budget { get; private set; }

    /// <summary>The money left, of a floor if one is being given.</summary>
    public long Left => IsFloor ? setAside : purse;

    /// <summary>True while what is set aside for an area is given, and only its projects are open.</summary>
    public bool IsFloor => floor != NoFloor;

    /// <summary>See <see cref="Count.EachVoterHad"/>.</summary>
    public Fraction? EachVoterHad { get; set; }

    /// <summary>See <see cref="Count.Increases"/>.</summary>
    public long? Increases { get; set; }

    /// <summary>The positions funded so far by the rule, in the order of decision; without those funded beforehand.</summary>
    public IEnumerable<int> Funded =>
        lines.Where(line => line.Outcome is Outcome.Funded or Outcome.ToppedUp).Select(line => Profile.PositionOf(line.Number));

    /// <summary>The same contest as it stands, to be carried on apart from this one, without a trace.</summary>
    public Contest Fork() => new(this);

    /// <summary>True if the project is undecided, has the votes, and no group, area or the money left is in its way.</summary>
    public bool IsOpen(int position) => IsUndecided(position) && Hindrance(position) is null;

    /// <summary>True if the project is undecided and could be funded were there money without end.</summary>
    public bool IsEligible(int position) => IsUndecided(position) && WantOfVotes(position) is null && Barrier(position) is null;

    /// <summary>True if nothing is decided about the project, and it may be considered now.</summary>
    public bool IsUndecided(int position) => outcomes[position] is null && (!IsFloor || limits.AreasOf(position).Contains(floor));

    /// <summary>What stands in the way of an undecided project; null if nothing does.</summary>
    public Outcome? Hindrance(int position)
    {
        if (WantOfVotes(position) is { } want) return want;
        if (Profile.Cost(position) > Budget) return Outcome.DoesNotFit;
        return Barrier(position) ?? (Profile.Cost(position) > Left ? Outcome.DoesNotFit : null);
    }

    /// <summary>No support or too few votes; null if the project has enough.</summary>
    public Outcome? WantOfVotes(int position)
    {
        var votes = Profile.Votes[position];
        if (votes == 0 && Rule.RequireSupport) return Outcome.NoSupport;
        return votes < MinimumVotes(position) ? Outcome.TooFewVotes : null;
    }

    /// <summary>A rival that has won, or an area that is full; null if neither is in the way.</summary>
    public Outcome? Barrier(int position) =>
        limits.RivalOf(position) is not null ? Outcome.Excluded : limits.FullAreaOf(position) is not null ? Outcome.AreaFull : null;

    /// <summary>True if a project of one of its exclusive groups has won.</summary>
    public bool HasRival(int position) => limits.RivalOf(position) is not null;

    /// <summary>The areas of a project, as places in <see cref="Rule.Areas"/>.</summary>
    public int[] AreasOf(int position) => limits.AreasOf(position);

    /// <summary>What the area may still get.</summary>
    public long RoomIn(int area) => limits.RoomIn(area);

    /// <summary>The most that the project may cost for all of its areas.</summary>
    public long RoomFor(int position) => limits.RoomFor(position);

    /// <summary>True if their areas have room for all of these together. Another area may be overdrawn, by what was decided beforehand.</summary>
    public bool HaveRoomFor(IReadOnlyCollection<int> positions) => positions.SelectMany(limits.AreasOf).Distinct().All(area =>
        positions.Where(position => limits.AreasOf(position).Contains(area)).Aggregate((Int128)0, (sum, position) => sum + Profile.Cost(position)) <= limits.RoomIn(area));

    /// <summary>How many votes the project needs.</summary>
    public int MinimumVotes(int position) => limits.MinimumVotes(position);

    /// <summary>Funds an open project.</summary>
    public void Fund(int position, Decision? why = null) => Award(position, Outcome.Funded, Profile.Cost(position), why);

    /// <summary>Gives a project its cost, or a part of it.</summary>
    public void Award(int position, Outcome outcome, long awarded, Decision? why = null, Shortfall missing = default)
    {
        var before = purse;
        limits.Pay(position, awarded);
        (purse, setAside) = (Math.Max(0, purse - awarded), Math.Max(0, setAside - awarded));
        (outcomes[position], decisions[position]) = (outcome, why);
        lines.Add(StepOf(position, outcome) with
        {
            Awarded = new(awarded),
            MoneyBefore = new(before),
            VotesShort = missing.Votes,
            CheaperBy = missing.Money,
        });
    }

    /// <summary>Writes the line of a project that gets nothing, where a rule has an order of decision for those too.</summary>
    public void Pass(int position, Outcome outcome, Decision? why = null, Shortfall missing = default)
    {
        (outcomes[position], decisions[position]) = (outcome, decisions[position] ?? why);
        shortfalls[position] = shortfalls[position].Or(missing);
        lines.Add(StepOf(position, outcome) with { VotesShort = shortfalls[position].Votes, CheaperBy = shortfalls[position].Money });
    }

    /// <summary>Says of a project that stays without money why it does, as the part of the rule that looked at it last knows best.</summary>
    public void Explain(int position, Outcome outcome, Decision? why = null) => (outcomes[position], decisions[position]) = (outcome, why);

    /// <summary>What the part of the rule that decided about a project said of it; null if nothing.</summary>
    public Decision? WhyOf(int position) => decisions[position];

    /// <summary>True if nobody has decided about the project beforehand.</summary>
    public bool IsInTheRace(int position) => outcomes[position] is not (Outcome.FundedBeforehand or Outcome.ExcludedBeforehand);

    /// <summary>Says what a project without its whole cost was short of, when all is decided.</summary>
    public void Tell(int position, Shortfall missing)
    {
        shortfalls[position] = missing;
        var line = lines.FindIndex(line => line.Number == Profile.Number(position));
        if (line >= 0) lines[line] = lines[line] with { VotesShort = missing.Votes, CheaperBy = missing.Money };
    }

    /// <summary>Opens again what an earlier part of the rule had passed or explained, for the part that comes next. What it said stays as the reason.</summary>
    public void Reopen()
    {
        lines.RemoveAll(line => line.Awarded == Money.Zero && !line.IsFunded);
        for (var position = 0; position < outcomes.Length; position++)
            if (!IsFinal(outcomes[position])) outcomes[position] = null;
    }

    public void Note(Tie tie) => ties.Add(tie);

    /// <summary>How many of the ties, the first, came up in floors: whether those matter in the end is seen only then.</summary>
    public int TiesOfFloors { get; private set; }

    /// <summary>Begins to give what is set aside for an area; false if nothing is. Until <see cref="EndFloor"/> only its projects are open.</summary>
    public bool BeginFloor(int area)
    {
        var money = Math.Min(limits.SetAsideFor(area), purse);
        if (money > 0) (floor, setAside, Budget) = (area, money, money);
        return money > 0;
    }

    /// <summary>Ends a floor: what it could not use goes back to all, and its losers are open again.</summary>
    public void EndFloor()
    {
        Reopen();
        for (var position = 0; position < outcomes.Length; position++)
            if (outcomes[position] is null) decisions[position] = null;
        (floor, Budget, TiesOfFloors) = (NoFloor, purse, ties.Count);
    }

    public Count Result()
    {
        ImmutableArray<Step> steps = [.. lines, .. Rest()];
        return new()
        {
            Rule = Rule.Name,
            Budget = new(Profile.Budget),
            Spent = steps.Aggregate(Money.Zero, (sum, step) => sum + step.Awarded),
            Ballots = Profile.Ballots,
            Steps = steps,
            Ties = [.. ties],
            EachVoterHad = EachVoterHad,
            Increases = Increases,
        };
    }

    static bool IsFinal(Outcome? outcome) => outcome is Outcome.Funded or Outcome.ToppedUp or Outcome.PartFunded or Outcome.FundedBeforehand or Outcome.ExcludedBeforehand;

    void Settle(Beforehand beforehand)
    {
        var position = Profile.PositionOf(beforehand.Number);
        reasons[position] = beforehand.Reason;
        if (beforehand.IsFunded) Award(position, Outcome.FundedBeforehand, Profile.Cost(position));
        else outcomes[position] = Outcome.ExcludedBeforehand;
    }

    IEnumerable<Step> Rest()
    {
        var said = lines.Select(line => Profile.PositionOf(line.Number)).ToHashSet();
        return Enumerable.Range(0, outcomes.Length).Where(position => !said.Contains(position))
            .OrderByDescending(position => Profile.Votes[position]).ThenBy(position => Candidates[position], Order)
            .Select(position => StepOf(position, OutcomeOf(position)) with { VotesShort = shortfalls[position].Votes, CheaperBy = shortfalls[position].Money });
    }

    Outcome OutcomeOf(int position)
    {
        if (outcomes[position] is Outcome.ExcludedBeforehand) return Outcome.ExcludedBeforehand;
        var hindrance = Hindrance(position);
        return hindrance is Outcome.NoSupport or Outcome.TooFewVotes or Outcome.Excluded or Outcome.AreaFull ? hindrance.Value
            : outcomes[position] ?? hindrance ?? Outcome.SupportersCannotPay;
    }

    Step StepOf(int position, Outcome outcome) => new()
    {
        Number = Profile.Number(position),
        Cost = Profile.Projects[position].Cost,
        Votes = Profile.Votes[position],
        Outcome = outcome,
        Awarded = Money.Zero,
        MoneyBefore = new(purse),
        MoneyAfter = new(purse),
        ExcludedBy = outcome == Outcome.Excluded ? limits.RivalOf(position) : null,
        Reason = outcome == Outcome.AreaFull && limits.FullAreaOf(position) is { } area ? Rule.Areas[area].Name : reasons[position],
        Why = decisions[position],
    };
}
