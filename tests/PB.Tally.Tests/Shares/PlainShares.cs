using System.Collections.Immutable;

namespace PB.Tally.Tests.Shares;

/// <summary>
/// Equal shares as the paper writes it, plain and slow, to test the fast count against: one voter after another, fractions throughout, every increase a run
/// from scratch.
/// </summary>
sealed class PlainShares(Election election, EqualSharesRule rule)
{
    readonly ImmutableArray<ImmutableDictionary<int, long>> voters =
        [.. election.Ballots.SelectMany(ballot => Enumerable.Repeat(Satisfactions(election, rule.Satisfaction, ballot), ballot.Times))];
    readonly ImmutableDictionary<int, long> costs = election.Projects.ToImmutableDictionary(project => project.Number, project => project.Cost.MinorUnits);

    long Budget => election.Budget.MinorUnits;

    public int Increases { get; private set; }

    /// <summary>The projects that are funded, before anything fills up, in order.</summary>
    public List<int> Funded()
    {
        var previous = new List<int>();
        for (Increases = 0; ; Increases++)
        {
            var bought = RunFrom(Start());
            var left = Budget - bought.Sum(Cost);
            if (left < 0)
            {
                Increases--;
                return previous;
            }
            var rest = Supported().Where(number => !bought.Contains(number) && IsAllowed(number, bought)).ToList();
            var isFixed = rule.Increase == Increase.None || rule.Increase == Increase.OnePercent && Budget == 0;
            if (isFixed || rest.Count == 0 || rule.StopsWhenExhaustive && rest.TrueForAll(number => Cost(number) > left)) return bought;
            previous = bought;
        }
    }

    /// <summary>What each voter starts with at this number of increases.</summary>
    public Fraction Start()
    {
        if (voters.Length == 0) return 0;
        var (share, unit) = (new Fraction(Budget, voters.Length), rule.Unit.MinorUnits);
        return rule.Increase switch
        {
            Increase.None => share,
            Increase.OneUnit => share + unit * Increases,
            Increase.OneUnitFromWhole => Budget / voters.Length / unit * unit + unit * Increases,
            Increase.OnePercent => share * (100 + Increases) / 100,
        };
    }

    List<int> RunFrom(Fraction start)
    {
        var (money, bought) = (voters.Select(_ => start).ToArray(), new List<int>());
        while (true)
        {
            var scores = Supported().Where(number => !bought.Contains(number) && IsAllowed(number, bought))
                .Select(number => (Number: number, Score: Score(number, money))).Where(pair => pair.Score is not null).ToList();
            if (scores.Count == 0) return bought;
            var lowest = scores.Min(pair => pair.Score!.Value);
            var first = scores.Where(pair => pair.Score == lowest).Select(pair => pair.Number).Order().First();
            for (var voter = 0; voter < money.Length; voter++)
                if (voters[voter].TryGetValue(first, out var worth)) money[voter] -= Least(money[voter], lowest * worth);
            bought.Add(first);
        }
    }

    // The smallest rho at which the payments reach the cost: with the k poorest for their size paying all, for the k that fits. Equal voters stand together.
    Fraction? Score(int number, Fraction[] money)
    {
        var supporters = Enumerable.Range(0, money.Length).Where(voter => voters[voter].ContainsKey(number))
            .GroupBy(voter => (Money: money[voter], Worth: voters[voter][number]), (one, equals) => (one.Money, one.Worth, Times: equals.Count())).ToList();
        if (supporters.Aggregate((Fraction)0, (sum, one) => sum + one.Money * one.Times) < Cost(number)) return null;
        if (Cost(number) == 0) return 0;
        supporters.Sort((one, other) => (one.Money * other.Worth).CompareTo(other.Money * one.Worth));
        var (rest, worth) = ((Fraction)Cost(number), supporters.Sum(one => one.Worth * one.Times));
        foreach (var one in supporters)
        {
            if (rest * one.Worth <= one.Money * worth) return rest / worth;
            (rest, worth) = (rest - one.Money * one.Times, worth - one.Worth * one.Times);
        }
        throw new InvalidOperationException("They could pay, but cannot.");
    }

    IEnumerable<int> Supported() => election.Projects.Select(project => project.Number).Where(number => voters.Any(voter => voter.ContainsKey(number)));

    bool IsAllowed(int number, List<int> bought) =>
        election.Ballots.Where(ballot => !ballot.Numbers.IsDefault && ballot.Numbers.Contains(number)).Sum(ballot => ballot.Times) >= rule.MinimumVotes
        && !rule.ExclusiveGroups.Any(group => group.Contains(number) && group.Any(bought.Contains))
        && rule.Areas.All(area => !area.Numbers.Contains(number) || area.AtMost is not { } most
            || area.Numbers.Where(bought.Contains).Sum(Cost) + Cost(number) <= most.MinorUnits);

    long Cost(int number) => costs[number];

    static Fraction Least(Fraction one, Fraction other) => one < other ? one : other;

    static ImmutableDictionary<int, long> Satisfactions(Election election, Satisfaction satisfaction, Ballot ballot)
    {
        var numbers = ballot.Numbers.IsDefault ? [] : ballot.Numbers.Distinct().ToList();
        return numbers.Select((number, place) => KeyValuePair.Create(number, satisfaction switch
        {
            Satisfaction.Cost => Math.Max(1, election.Projects.Single(project => project.Number == number).Cost.MinorUnits),
            Satisfaction.Cardinality => 1,
            Satisfaction.Points => ballot.Points[ballot.Numbers.IndexOf(number)],
            Satisfaction.Borda => numbers.Count - place - 1,
        })).Where(pair => pair.Value > 0).ToImmutableDictionary();
    }
}
