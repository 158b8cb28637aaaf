using System.Collections.Immutable;
using PB.Tally;

namespace PB.Bench;

/// <summary>A large election of approvals that hang together, the same at each run: voters have one or two interests, and some projects are liked by all.</summary>
sealed class GeneratedTown(int voters, int projects, int choices)
{
    const int Interests = 12;
    uint dice = 2_463_534_242;

    /// <summary>Like Budapest 2024: 28,943 ballots, 175 projects, nine choices each, a start of 34,551 for each voter, projects of millions.</summary>
    public static Election LikeBudapest() => new GeneratedTown(28_943, 175, 9).Election(28_943L * 34_551_00, 4_000_000_00, 120_000_000_00);

    /// <summary>A million ballots over 200 projects.</summary>
    public static Election Million() => new GeneratedTown(1_000_000, 200, 8).Election(30_000_000_00, 50_000_00, 1_500_000_00);

    Election Election(long budget, long cheapest, long dearest)
    {
        var costs = Enumerable.Range(1, projects).Select(number => new Project(number, new(Cost(cheapest, dearest)))).ToList();
        var liked = Enumerable.Range(0, projects).Select(_ => 1 + Roll(100) * Roll(100) / 100).ToArray();
        return new(new(budget), costs, [.. Enumerable.Range(0, voters).Select(_ => new Ballot(Chosen(liked)))]);
    }

    // Small projects are more frequent than large ones; all are round sums.
    long Cost(long cheapest, long dearest)
    {
        var share = Roll(1000) * Roll(1000) / 1000;
        return (cheapest + (dearest - cheapest) * share / 1000) / 1000_00 * 1000_00;
    }

    ImmutableArray<int> Chosen(uint[] liked)
    {
        var (first, second) = (Roll(Interests), Roll(Interests));
        var count = 1 + Roll((uint)choices) + Roll((uint)choices);
        var chosen = new HashSet<int>();
        for (var tries = 0; chosen.Count < count && tries < 200; tries++)
        {
            var project = Roll((uint)projects);
            var isOfInterest = project % Interests == first || project % Interests == second;
            if (Roll(100) < liked[project] * (isOfInterest ? 4 : 1) / 3) chosen.Add((int)project + 1);
        }
        return [.. chosen];
    }

    uint Roll(uint sides)
    {
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        return dice % sides;
    }
}
