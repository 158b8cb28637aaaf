namespace PB.Tally;

/// <summary>Runs a part of a rule and then finds out which of its ties mattered: those at which another order of the equals funds other projects.</summary>
/// <remarks>
/// A choice that funds for good mattered if one of the equals is not funded in the end, since it might have been the first. Otherwise the part
/// is run again with the other orders of the equals: with all of them for up to five, beyond that with each of the equals first and last.
/// </remarks>
static class TieTrial
{
    /// <summary>Up to so many equals are put in all of their orders.</summary>
    public const int MostToPermute = 5;

    /// <summary>Runs the part on the contest, and notes the ties that mattered.</summary>
    /// <param name="contest">Where the part begins.</param>
    /// <param name="part">The part: it funds projects of a contest, and leaves each choice among equals to the tie rule.</param>
    /// <param name="isLocal">
    /// True if funding a project changes the standing only of those that share voters with it, and never for the better: then equals that share
    /// no voters and are all funded are funded one after the other in every order.
    /// </param>
    public static void Run(Contest contest, Action<Contest, TieBreak> part, bool isLocal) =>
        Run(contest, part, _ => { }, choice => choice.Funds && isLocal && AreApart(contest.Profile, choice.Tied));

    /// <summary>Runs the part on the contest, and notes the ties that mattered to what is funded when the rest of the rule has followed.</summary>
    /// <param name="contest">Where the part begins.</param>
    /// <param name="part">The part: it funds projects of a contest, and leaves each choice among equals to the tie rule.</param>
    /// <param name="rest">What follows the part; it is not run on the contest itself.</param>
    /// <param name="isHarmless">True of a choice, all of whose equals were funded, that the part knows made no difference.</param>
    public static void Run(Contest contest, Action<Contest, TieBreak> part, Action<Contest> rest, Func<TieChoice, bool> isHarmless)
    {
        var start = contest.Fork();
        var ties = TieBreak.Of(contest);
        part(contest, ties);
        if (ties.Choices.Count == 0) return;
        var end = contest.Fork();
        rest(end);
        var funded = end.Funded.ToHashSet();
        foreach (var choice in ties.Choices)
            if (Mattered(choice)) contest.Note(TieOf(contest, choice));

        bool Mattered(TieChoice choice)
        {
            if (choice.Funds && !choice.Tied.All(funded.Contains)) return true;
            if (isHarmless(choice)) return false;
            return Orders(choice.Tied).Skip(1).Any(order => !funded.SetEquals(FundedWith(choice, order)));
        }

        IEnumerable<int> FundedWith(TieChoice choice, IReadOnlyList<int> order)
        {
            var branch = start.Fork();
            part(branch, ties.With(choice, order));
            rest(branch);
            return branch.Funded;
        }
    }

    static Tie TieOf(Contest contest, TieChoice choice)
    {
        var order = choice.Tied.Select(position => contest.Candidates[position]).ToList();
        return new()
        {
            Numbers = [.. order.Select(candidate => candidate.Number).Order()],
            DecidedBy = contest.Order.DecidedBy(order),
            Order = [.. order.Select(candidate => candidate.Number)],
        };
    }

    static bool AreApart(Profile profile, IReadOnlyList<int> positions)
    {
        var seen = new HashSet<int>();
        return positions.All(position => profile.SupportersOf(position).All(seen.Add));
    }

    /// <summary>The orders to try, the given one first.</summary>
    public static IEnumerable<IReadOnlyList<int>> Orders(IReadOnlyList<int> tied) => tied.Count <= MostToPermute ? Permutations(tied)
        : [tied, .. tied.Skip(1).Select(first => (int[])[first, .. tied.Where(other => other != first)]),
            .. tied.SkipLast(1).Select(last => (int[])[.. tied.Where(other => other != last), last])];

    static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> some)
    {
        if (some.Count < 2) return [some];
        return some.SelectMany(first => Permutations([.. some.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
