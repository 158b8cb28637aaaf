using System.Collections.Immutable;

namespace PB.Tally.Tests;

/// <summary>
/// The frame of a rule that funds one project after another, plain and slow, to test the fast ones against: one voter after another, fractions
/// throughout, ties by number, and every order of equals tried.
/// </summary>
abstract class PlainCount(Election election, Rule rule)
{
    public Election Election { get; } = election;

    public Rule Rule { get; } = rule;

    public ImmutableArray<ImmutableArray<int>> Voters { get; } =
        [.. election.Ballots.SelectMany(ballot => Enumerable.Repeat<ImmutableArray<int>>([.. ballot.Numbers.Distinct()], ballot.Times))];

    public List<int> Funded { get; } = [];

    public long Left => Election.Budget.MinorUnits - Funded.Sum(Cost);

    protected List<List<int>> Choices { get; } = [];

    /// <summary>The order of equals from a decision on.</summary>
    (int From, Dictionary<int, int> As) Changed { get; set; } = (int.MaxValue, []);

    public abstract void Run();

    protected abstract PlainCount Again();

    /// <summary>The numbers of each group of equals of which another order funds other projects.</summary>
    IEnumerable<string> TiesThatMatter() =>
        Choices.Select((tied, decision) => (tied, decision)).Where(choice => choice.tied.Count > 1 && Orders([.. choice.tied]).Any(order => Differs(choice.tied, order, choice.decision)))
            .Select(choice => string.Join(" ", choice.tied.Order()));

    /// <summary>True if the count funds the same in the same order, and tells the same ties.</summary>
    public bool Agrees(Count count) =>
        Funded.SequenceEqual(count.Funded) && TiesThatMatter().SequenceEqual(count.Ties.Select(tie => string.Join(" ", tie.Numbers)));

    protected long Cost(int number) => Election.Projects.Single(project => project.Number == number).Cost.MinorUnits;

    protected int[] Supporters(int number) => [.. Enumerable.Range(0, Voters.Length).Where(voter => Voters[voter].Contains(number))];

    protected List<int> Undecided() => [.. Election.Projects.Select(project => project.Number).Except(Funded).Where(IsAllowed).Order()];

    protected int Choose(IEnumerable<int> tied)
    {
        var list = tied.Order().ToList();
        var first = Choices.Count < Changed.From ? list[0] : list.MinBy(number => Changed.As.GetValueOrDefault(number, number));
        Choices.Add(list);
        return first;
    }

    bool IsAllowed(int number)
    {
        var votes = Supporters(number).Length;
        var isRival = Rule.ExclusiveGroups.Any(group => group.Contains(number) && group.Any(Funded.Contains));
        return votes >= Rule.MinimumVotes && (votes > 0 || !Rule.RequireSupport) && !isRival;
    }

    bool Differs(List<int> tied, int[] order, int decision)
    {
        var again = Again();
        again.Changed = (decision, tied.Order().Zip(order).ToDictionary(pair => pair.Second, pair => pair.First));
        again.Run();
        return !again.Funded.ToHashSet().SetEquals(Funded);
    }

    static IEnumerable<int[]> Orders(int[] numbers) =>
        numbers.Length == 0 ? [[]] : numbers.SelectMany(first => Orders([.. numbers.Where(number => number != first)]).Select(rest => (int[])[first, .. rest]));
}
