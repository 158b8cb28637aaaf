using System.Collections.Immutable;
using System.Numerics;

namespace PB.Tally;

/// <summary>Measures one result.</summary>
sealed class MeasuresCount
{
    const long Scale = 1_000_000_000_000_000_000;

    readonly Profile profile;
    readonly Count count;
    readonly bool[] funded;

    public MeasuresCount(Profile profile, Count count)
    {
        (this.profile, this.count) = (profile, count);
        funded = FundedOf(profile, count);
    }

    /// <summary>By position, which projects of the election get their whole cost.</summary>
    public static bool[] FundedOf(Profile profile, Count count)
    {
        var funded = new bool[profile.Projects.Length];
        foreach (var number in count.Funded) funded[Find(profile, number, "The count")] = true;
        return funded;
    }

    public Measures Result(ImmutableArray<Area> areas)
    {
        var projects = Enumerable.Range(0, profile.Groups).Select(ProjectsOf).ToArray();
        return new()
        {
            Voters = profile.Ballots,
            ShareWithNothing = profile.Ballots == 0 ? 0 : 1 - PerVoter(group => projects[group] > 0 ? 1 : 0),
            AverageProjects = PerVoter(group => projects[group]),
            AverageMoney = PerVoter(group => Sum(group, (position, _) => profile.Cost(position))),
            AveragePoints = profile.Knows(Satisfaction.Points) ? PerVoter(group => Sum(group, (_, points) => points)) : null,
            Inequality = Gini(projects),
            Areas = [.. areas.Select(Measure)],
        };
    }

    Fraction PerVoter(Func<int, Int128> ofGroup)
    {
        var sum = BigInteger.Zero;
        for (var group = 0; group < profile.Groups; group++) sum += (BigInteger)ofGroup(group) * profile.Times[group];
        return profile.Ballots == 0 ? 0 : new Fraction(sum, profile.Ballots);
    }

    int ProjectsOf(int group)
    {
        var number = 0;
        foreach (var position in profile.Listed(group))
            if (funded[position]) number++;
        return number;
    }

    Int128 Sum(int group, Func<int, long, long> worth)
    {
        var sum = (Int128)0;
        var listed = profile.Listed(group);
        var values = profile.Values(group);
        for (var i = 0; i < listed.Length; i++)
            if (funded[listed[i]]) sum += worth(listed[i], values[i]);
        return sum;
    }

    // With voters in rising order: the sum of (2 x place - voters - 1) x value over voters x sum of values. Equal values are taken together.
    Fraction Gini(int[] projects)
    {
        var voters = new SortedDictionary<int, long>();
        for (var group = 0; group < projects.Length; group++) voters[projects[group]] = voters.GetValueOrDefault(projects[group]) + profile.Times[group];
        voters[0] = profile.Ballots - voters.Where(pair => pair.Key > 0).Sum(pair => pair.Value);
        var (before, weighted, total) = (0L, BigInteger.Zero, BigInteger.Zero);
        foreach (var (value, times) in voters)
        {
            weighted += (BigInteger)value * times * (2 * before + times - profile.Ballots);
            total += (BigInteger)value * times;
            before += times;
        }
        return total.IsZero ? 0 : new Fraction(weighted, total * profile.Ballots);
    }

    AreaMeasure Measure(Area area)
    {
        var inside = new bool[profile.Projects.Length];
        foreach (var number in area.Numbers) inside[Find(profile, number, $"The area {area.Name}")] = true;
        var spent = count.Steps.Where(step => inside[profile.PositionOf(step.Number)]).Aggregate(Money.Zero, (sum, step) => sum + step.Awarded);
        var votes = Enumerable.Range(0, inside.Length).Where(position => inside[position]).Sum(position => profile.Votes[position]);
        return new(area.Name, spent, Share(spent.MinorUnits, count.Spent.MinorUnits), votes, Share(votes, profile.Votes.Sum(number => (long)number)), ShareOfBallots(inside));
    }

    decimal ShareOfBallots(bool[] inside)
    {
        var (shares, voters) = (BigInteger.Zero, 0L);
        for (var group = 0; group < profile.Groups; group++)
        {
            var (part, whole) = ((Int128)0, (Int128)0);
            foreach (var position in profile.Listed(group))
            {
                whole += profile.Cost(position);
                if (inside[position]) part += profile.Cost(position);
            }
            if (whole == 0) continue;
            shares += (BigInteger)part * Scale / whole * profile.Times[group];
            voters += profile.Times[group];
        }
        return voters == 0 ? 0 : (decimal)(shares / voters) / Scale;
    }

    static Fraction Share(long part, long whole) => whole == 0 ? 0 : new Fraction(part, whole);

    static int Find(Profile profile, int number, string who) => profile.PositionOf(number) is >= 0 and var position ? position
        : throw new ArgumentException($"{who} names project {number}, which is not in the election.");
}
