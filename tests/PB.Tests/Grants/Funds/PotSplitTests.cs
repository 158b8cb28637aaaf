using PB.Grants.Funds;
using PB.Tally;

namespace PB.Tests.Grants.Funds;

public sealed class PotSplitTests
{
    static readonly DateTimeOffset Now = new(2027, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_pot_that_is_for_the_fewest_pays_first_and_what_is_short_is_said()
    {
        FundPot[] pots = [Made("East", 1, new PotRestriction { Areas = ["East"] }), Made("13–15", 2, new PotRestriction { Ages = ["13-15"] }), Made("General", 3, new PotRestriction())];
        var left = new Dictionary<string, long> { ["East"] = 1500, ["13–15"] = 1000, ["General"] = 3000 };

        Assert.Equal("East 1500, 13–15 500", Give("East", "13-15", 2000));
        Assert.Equal("13–15 500, General 700", Give("West", "13-15", 1200));
        Assert.Equal("General 2300", Give("West", "16-19", 2300));
        Assert.Equal("short 500", Give("East", "16-19", 500));

        string Give(string area, string age, long pounds)
        {
            var shares = PotSplit.Of(pots.Select(pot => new PotMoney(pot, new Money(left[pot.Name]))), new ReachOfProject([area], [age], [], FirstTime: false, Money.Zero), new Money(pounds));
            if (shares.Missing > Money.Zero)
                return $"short {shares.Missing.MinorUnits}";
            foreach (var share in shares.Shares)
                left[Name(share)] -= share.Amount.MinorUnits;
            return string.Join(", ", shares.Shares.Select(share => $"{Name(share)} {share.Amount.MinorUnits}"));
        }

        string Name(PotShare share) => pots.Single(pot => pot.Id == share.PotId).Name;
    }

    [Fact]
    public void A_capital_pot_pays_no_more_than_the_things_that_last()
    {
        FundPot[] pots = [Made("Things", 1, new PotRestriction(), FundPotKind.Capital), Made("General", 2, new PotRestriction())];

        var shares = PotSplit.Of(pots.Select(pot => new PotMoney(pot, new Money(1000))), new ReachOfProject([], [], [], FirstTime: false, new Money(300)), new Money(800));

        Assert.Equal([300, 500], shares.Shares.Select(share => share.Amount.MinorUnits));
    }

    static FundPot Made(string name, int order, PotRestriction restriction, FundPotKind kind = FundPotKind.General)
    {
        var pot = new FundPot(Guid.Empty, name, kind, order, Now);
        pot.KeepFor(restriction);
        return pot;
    }
}
