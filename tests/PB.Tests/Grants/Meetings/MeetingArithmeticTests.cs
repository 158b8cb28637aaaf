using System.Text.Json;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tally;
using PB.Tests.Faults;

namespace PB.Tests.Grants.Meetings;

public sealed class MeetingArithmeticTests
{
    [Theory, InlineData(10, 5), InlineData(6, 3), InlineData(7, 4), InlineData(2, 3), InlineData(0, 3), InlineData(11, 6)]
    public void Half_of_those_who_may_take_part_must_be_there_and_never_fewer_than_three(int mayTakePart, int quorum) =>
        Assert.Equal(quorum, Quorum.Of(mayTakePart));

    [Theory]
    [InlineData(4, 3, 2, 5, Verdict.Passed)]
    [InlineData(3, 3, 0, 3, Verdict.Tie)]
    [InlineData(0, 0, 5, 5, Verdict.Tie)]
    [InlineData(2, 0, 3, 5, Verdict.NotPassed)]
    [InlineData(3, 0, 2, 5, Verdict.Passed)]
    [InlineData(2, 3, 0, 3, Verdict.NotPassed)]
    public void More_yes_than_no_decides_and_a_few_alone_cannot(int yes, int no, int abstain, int quorum, Verdict verdict) =>
        Assert.Equal(verdict, new YesNo(yes, no, abstain).Verdict(quorum));

    [Fact]
    public void The_amount_is_the_one_in_the_middle_as_the_worked_numbers_say() =>
        Assert.All(WorkedNumbers.Of("median_award").EnumerateArray(), line => Assert.Equal(line.GetProperty("award").GetInt64(), MedianAmount.Of(
            [.. line.GetProperty("amounts").EnumerateArray().Select(amount => amount.GetInt64())], Pence(line, "requested"), Pence(line, "minimum")).MinorUnits));

    [Fact]
    public void An_amount_is_rounded_down_to_ten_pounds_and_is_never_more_than_was_asked_for()
    {
        Assert.Equal(1490_00, MedianAmount.Of([1490_00, 1499_99], new Money(2000_00), new Money(50_00)).MinorUnits);
        Assert.Equal(123_45, MedianAmount.Of([500_00, 600_00], new Money(123_45), new Money(50_00)).MinorUnits);
        Assert.Equal(0, MedianAmount.Of([], new Money(2000_00), new Money(50_00)).MinorUnits);
        Assert.Equal(700_00, LinesAmount.Of([new(500_00), new(200_00), new(0)], new Money(900_00), new Money(50_00)).MinorUnits);
        Assert.Equal(900_00, LinesAmount.Of([new(500_00), new(600_00)], new Money(900_00), new Money(50_00)).MinorUnits);
        Assert.Equal(0, LinesAmount.Of([new(49_99)], new Money(900_00), new Money(50_00)).MinorUnits);
    }

    [Fact]
    public void Pots_pay_in_their_order_as_the_worked_numbers_say()
    {
        var numbers = WorkedNumbers.Of("pots");
        var pots = numbers.GetProperty("order").EnumerateArray().Select((name, at) => new PotMoney(Pot(name.GetString()!, at), Pence(numbers.GetProperty("available"), name.GetString()!))).ToList();
        var awards = numbers.GetProperty("awards").EnumerateArray().ToList();
        var wishes = awards.ConvertAll(award => new Wish(Pence(award, "award"), Reach(award.GetProperty("area").GetString()!, award.GetProperty("age").GetString()!)));

        foreach (var (award, shares) in awards.Zip(Allocation.Of(wishes, pots, goOn: true)))
        {
            var from = award.TryGetProperty("from", out var parts) ? parts.EnumerateObject().Select(part => (part.Name, part.Value.GetInt64())) : [];
            Assert.Equal(from, shares.Shares.Select(share => (pots.Single(pot => pot.Pot.Id == share.PotId).Pot.Name, share.Amount.MinorUnits)));
            Assert.Equal(award.TryGetProperty("short", out var missing) ? missing.GetInt64() : 0, shares.Missing.MinorUnits);
        }
    }

    [Fact]
    public void When_one_does_not_fit_the_rule_says_whether_smaller_ones_are_still_served()
    {
        PotMoney[] pots = [new(Pot("general", 0), new Money(1000))];
        Wish[] wishes = [.. new[] { 600, 500, 400 }.Select(amount => new Wish(new Money(amount), Reach("east", "13-15")))];
        Assert.Equal([600, 0, 0], Allocation.Of(wishes, pots, goOn: false).Select(Sum));
        Assert.Equal([600, 0, 400], Allocation.Of(wishes, pots, goOn: true).Select(Sum));
        Assert.Equal([0, 100, 0], Allocation.Of(wishes, pots, goOn: true).Select(shares => shares.Missing.MinorUnits));
    }

    [Fact]
    public void Whatever_is_wished_no_pot_pays_more_than_it_has_and_who_is_served_gets_it_all()
    {
        var dice = new Dice(7);
        string[] names = ["area-east", "age-13-15", "area-west", "general"];
        for (var run = 0; run < 300; run++)
        {
            var pots = names.Take(1 + dice.Below(4)).Select((name, at) => new PotMoney(Pot(name, at), new Money(dice.Below(3000)))).ToList();
            var wishes = Enumerable.Range(0, 1 + dice.Below(9)).Select(_ => new Wish(new Money(1 + dice.Below(2000)), Reach(dice.In(50) ? "east" : "west", dice.In(50) ? "13-15" : "16-19"))).ToList();
            var served = Allocation.Of(wishes, pots, dice.In(50));
            Assert.All(pots, pot => Assert.True(served.SelectMany(s => s.Shares).Where(share => share.PotId == pot.Pot.Id).Sum(share => share.Amount.MinorUnits) <= pot.Available.MinorUnits));
            Assert.All(wishes.Zip(served), pair => Assert.Equal(pair.Second.Missing == Money.Zero ? pair.First.Amount.MinorUnits : 0, Sum(pair.Second)));
        }
    }

    [Fact]
    public void Votes_decide_by_rule_and_a_second_tie_as_the_call_says()
    {
        var asked = new AmountsAsked { Requested = new Money(2000_00), Viable = new Money(1800_00) };
        var enough = new PotShares([], Money.Zero);
        Assert.Equal((DecisionOutcome.No, Money.Zero, false), Ruling.Of(asked, new PanelWish(false, new Money(2000_00), false), enough));
        Assert.Equal((DecisionOutcome.No, Money.Zero, false), Ruling.Of(asked, new PanelWish(true, new Money(1500_00), false), enough));
        Assert.Equal((DecisionOutcome.Part, new Money(1500_00), true), Ruling.Of(asked, new PanelWish(true, new Money(1500_00), true), enough));
        Assert.Equal((DecisionOutcome.Fund, new Money(2000_00), false), Ruling.Of(asked, new PanelWish(true, new Money(2000_00), false), enough));
        Assert.Equal((DecisionOutcome.Reserve, new Money(2000_00), false), Ruling.Of(asked, new PanelWish(true, new Money(2000_00), false), new PotShares([], new Money(500_00))));

        Assert.False(Ruling.Passes(Second(3, 3), GrantTieRule.NotNow, ("seed", 1), chairSays: true));
        Assert.True(Ruling.Passes(Second(3, 3), GrantTieRule.Chair, ("seed", 1), chairSays: true));
        Assert.True(Ruling.Passes(Second(4, 3), GrantTieRule.NotNow, ("seed", 1), chairSays: false));
        Assert.Equal(2, Enumerable.Range(1, 40).Select(number => Ruling.Passes(Second(3, 3), GrantTieRule.DrawLots, ("seed", number), chairSays: false)).Distinct().Count());
    }

    [Fact]
    public void Reserves_are_in_the_order_of_the_votes_and_as_many_votes_are_drawn_by_lot()
    {
        ReservePlace[] waiting = [new(1, 5, 3), new(2, 6, 1), new(3, 4, 2), new(4, 6, 4)];
        var order = ReserveOrder.Of(waiting, "lot of 6 March");
        Assert.Equal(2, order[0].Number);
        Assert.Equal(order, ReserveOrder.Of(waiting.Reverse(), "lot of 6 March"));
        Assert.Contains(Enumerable.Range(0, 20), n => !ReserveOrder.Of(waiting, $"another {n}").SequenceEqual(order));
    }

    static Vote Second(int yes, int no)
    {
        var vote = new Vote(Guid.Empty, null, (VoteStage.FundAgain, VoteSecrecy.Hands), 3, DateTimeOffset.UnixEpoch);
        vote.Close(new YesNo(yes, no, 0), DateTimeOffset.UnixEpoch);
        return vote;
    }

    static FundPot Pot(string name, int order)
    {
        var pot = new FundPot(Guid.Empty, name, FundPotKind.General, order, DateTimeOffset.UnixEpoch);
        pot.KeepFor(new PotRestriction { Areas = Of("area-", name), Ages = Of("age-", name) });
        return pot;
    }

    static string[] Of(string kind, string name) => name.StartsWith(kind, StringComparison.Ordinal) ? [name[kind.Length..]] : [];

    static ReachOfProject Reach(string area, string age) => new([area], [age], [], false, Money.Zero);

    static long Sum(PotShares shares) => shares.Shares.Sum(share => share.Amount.MinorUnits);

    static Money Pence(JsonElement line, string name) => new(line.GetProperty(name).GetInt64());
}
