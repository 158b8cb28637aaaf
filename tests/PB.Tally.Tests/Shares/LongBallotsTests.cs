using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests.Shares;

/// <summary>Long ballots over many projects of nearly the same cost: at each decision nearly all may win, and most are told by a glance at purses drawn coarsely.</summary>
public sealed class LongBallotsTests
{
    // A prime: whoever starts anywhere and goes on by the same stride comes by every project once.
    const int Projects = 83;

    static Gen<SharesCase> All =>
        from satisfaction in Gen.Elements(Satisfaction.Cost, Satisfaction.Cardinality)
        from cheapest in Gen.Choose(500, 1000)
        from more in Gen.ArrayOf(Gen.Choose(0, 10), Projects)
        from length in Gen.Choose(16, 40)
        from strides in Gen.Two(Gen.Choose(1, Projects - 1))
        from odd in Gen.ArrayOf(Gen.Choose(1, Projects), 2)
        from share in Gen.Choose(6, 15)
        from unit in Gen.Elements(1, 5)
        select new SharesCase(
            new(new(share * (long)cheapest), [.. more.Select((some, i) => new Project(i + 1, new(cheapest + some)))], [.. Ballots(length, strides.Item1), .. Ballots(length, strides.Item2), new([.. odd])]),
            new() { Satisfaction = satisfaction, Increase = Increase.OneUnit, Unit = new(unit) });

    [Fact]
    public void The_count_is_that_of_the_plain_method() => All.Check(
        it =>
        {
            var plain = new PlainShares(it.Election, it.Rule);
            var (funded, count) = (plain.Funded(), it.Count(Detail.Decisions));
            return count.Funded.SequenceEqual(funded) && count.Increases == plain.Increases;
        },
        20);

    // One from each start: every project has the same number of supporters.
    static IEnumerable<Ballot> Ballots(int length, int stride) =>
        Enumerable.Range(0, Projects).Select(start => new Ballot([.. Enumerable.Range(0, length).Select(step => (start + step * stride) % Projects + 1)]));
}
