namespace PB.Tally;

/// <summary>The smallest rise of every voter's share with which a run of exact equal shares goes another way.</summary>
sealed class ShareRise(Profile profile)
{
    /// <summary>The rise found so far, above zero; null if none.</summary>
    public Fraction? Smallest { get; private set; }

    double near = double.PositiveInfinity;

    /// <summary>What it takes for a project to find so many payers, with what voters have now.</summary>
    public void Look(EqualPurses purses, int position, int needed)
    {
        if (profile.Votes[position] < needed) return;
        var (cost, payers) = (profile.Cost(position), 0);
        foreach (var groups in RichestFirst(purses, position))
        {
            payers += groups.Sum(group => profile.Times[group]);
            if (payers >= needed) Take(purses, purses.ClassOf(groups[0]), cost, payers);
        }
    }

    void Take(EqualPurses purses, int one, long cost, int payers)
    {
        var rise = (double)cost / payers - purses.Near(one);
        var error = purses.Error + 4 * Rounding.Unit * ((double)cost / payers);
        if (rise - error > near) return;
        var exact = new Fraction(cost, payers) - purses.Exact(one);
        if (Smallest is { } smallest && exact >= smallest) return;
        (Smallest, near) = (exact, rise + error);
    }

    static int Compare(EqualPurses purses, int first, int second)
    {
        var (one, other) = (purses.Near(first), purses.Near(second));
        if (first == second) return 0;
        return Math.Abs(one - other) > 2 * purses.Error ? one.CompareTo(other) : purses.Exact(first).CompareTo(purses.Exact(second));
    }

    IEnumerable<List<int>> RichestFirst(EqualPurses purses, int position) => profile.SupportersOf(position)
        .GroupBy(purses.ClassOf, group => group)
        .OrderByDescending(groups => groups.Key, Comparer<int>.Create((first, second) => Compare(purses, first, second)))
        .Select(groups => groups.ToList());
}
