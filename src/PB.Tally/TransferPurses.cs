namespace PB.Tally;

/// <summary>What voters give to which project while a cumulative vote is transferred: the purse, divided by the points of the projects that remain.</summary>
sealed class TransferPurses
{
    readonly Profile profile;
    readonly TransferSelection selection;
    readonly FadingPurses purses;
    readonly long[] points;
    readonly bool[] isGone;

    public TransferPurses(Profile profile, Fraction share, TransferSelection selection)
    {
        (this.profile, this.selection, purses) = (profile, selection, new(profile.Groups, share));
        (points, isGone) = (new long[profile.Groups], new bool[profile.Projects.Length]);
        for (var group = 0; group < points.Length; group++)
            foreach (var given in profile.Values(group)) points[group] += given;
    }

    /// <summary>The groups that give something to a project, and what part of their purse.</summary>
    public IEnumerable<(int Group, Fraction Part)> Givers(int position)
    {
        for (var i = profile.SupporterStart[position]; i < profile.SupporterStart[position + 1]; i++)
            if (profile.SupporterValue[i] > 0 && purses.HasMoney(profile.SupporterGroup[i]))
                yield return (profile.SupporterGroup[i], new(profile.SupporterValue[i], Total(position, i)));
    }

    /// <summary>What a project is given.</summary>
    public PurseSum Given(int position) => SumOf(Givers(position));

    /// <summary>What those who give to a project have.</summary>
    public PurseSum Had(int position) => SumOf(Givers(position).Select(giver => (giver.Group, (Fraction)1)));

    public decimal Shown(PurseSum sum) => purses.Shown(sum);

    /// <summary>True if a sum reaches the cost of a project.</summary>
    public bool Reaches(PurseSum sum, int position) => purses.Sign(sum, profile.Cost(position) * (Fraction)(-1)) >= 0;

    /// <summary>Those of some projects that are first, or last, by what they are given.</summary>
    public List<int> Foremost(IReadOnlyList<int> positions, bool last = false)
    {
        var (given, sign) = (positions.ToDictionary(position => position, Given), last ? -1 : 1);
        var best = positions[0];
        foreach (var position in positions)
            if (sign * Compare(position, best, given) > 0) best = position;
        return [.. positions.Where(position => Compare(position, best, given) == 0)];
    }

    /// <summary>A project remains no longer: what is given to it goes to the others of its voters.</summary>
    public void Leave(int position)
    {
        isGone[position] = true;
        for (var i = profile.SupporterStart[position]; i < profile.SupporterStart[position + 1]; i++) points[profile.SupporterGroup[i]] -= profile.SupporterValue[i];
    }

    /// <summary>Pays a project that is given at least its cost; those for whom nothing else remains pay first.</summary>
    public void PayFromExcess(int position)
    {
        var givers = Givers(position).ToList();
        var first = SumOf(givers.Where(giver => giver.Part == 1));
        var areEnough = Reaches(first, position);
        var cost = areEnough ? 0 : (Fraction)profile.Cost(position);
        purses.Pay(cost, areEnough ? new() : first, SumOf(givers.Where(giver => giver.Part != 1)), givers.Select(giver => (giver.Group, giver.Part, giver.Part == 1)));
    }

    /// <summary>Pays a project that is given too little: all give more by the same factor, but nobody more than the purse.</summary>
    public void PayByMoving(int position)
    {
        var givers = Givers(position).OrderByDescending(giver => giver.Part).ToList();
        var whole = 0;
        // Whoever would have to give more than the purse at the factor of the others gives the whole purse.
        while (whole < givers.Count && GivesAll(givers, whole, position)) whole++;
        var (all, rest) = (Whole(givers.Take(whole)), SumOf(givers.Skip(whole)));
        purses.Pay(profile.Cost(position), all, rest, givers.Select((giver, i) => (giver.Group, giver.Part, i < whole)));
    }

    /// <summary>Whoever gives to a project has nothing left.</summary>
    public void TakeAll(int position) => purses.Pay(0, new(), new(), [.. Givers(position).Select(giver => (giver.Group, giver.Part, true))]);

    // With the factor of this giver's limit, 1 / part, the first so many giving all: is that not yet enough, or just enough?
    bool GivesAll(List<(int Group, Fraction Part)> givers, int whole, int position)
    {
        var sum = Whole(givers.Take(whole));
        foreach (var (one, part) in SumOf(givers.Skip(whole)).Times(1 / givers[whole].Part).Parts) sum.Add(one, part);
        return purses.Sign(sum, profile.Cost(position) * (Fraction)(-1)) <= 0;
    }

    PurseSum Whole(IEnumerable<(int Group, Fraction Part)> givers) => SumOf(givers.Select(giver => (giver.Group, (Fraction)1)));

    long Total(int position, int supporter) => points[profile.SupporterGroup[supporter]] + (isGone[position] ? profile.SupporterValue[supporter] : 0);

    PurseSum SumOf(IEnumerable<(int Group, Fraction Part)> givers)
    {
        var sum = new PurseSum();
        foreach (var same in givers.GroupBy(giver => (purses.ClassOf(giver.Group), giver.Part)))
            sum.Add(same.Key.Item1, same.Key.Part * same.Sum(giver => (long)profile.Times[giver.Group]));
        return sum;
    }

    int Compare(int first, int second, Dictionary<int, PurseSum> given)
    {
        var (cost, other) = (profile.Cost(first), profile.Cost(second));
        if (selection == TransferSelection.SupportOverCost && (cost == 0 || other == 0)) return (cost == 0).CompareTo(other == 0);
        return selection switch
        {
            TransferSelection.Excess => purses.Sign(given[first].Less(given[second]), other - (Fraction)cost),
            TransferSelection.SupportOverCost => purses.Sign(given[first].Times(other).Less(given[second].Times(cost)), 0),
            TransferSelection.Support => purses.Sign(given[first].Less(given[second]), 0),
        };
    }
}
