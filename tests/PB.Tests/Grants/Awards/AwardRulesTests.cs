using FsCheck;
using FsCheck.Fluent;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Tests.Grants.Awards;

public sealed class AwardRulesTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parts_of_an_award_are_whole_pence_and_the_last_one_takes_the_rest() =>
        Assert.Equal([750_00, 600_00, 150_01], InstalmentShares.Of(new Money(1500_01), 50, 40, 10).Select(share => share.MinorUnits));

    [Fact]
    public void However_an_award_is_parted_nothing_is_lost() => Prop.ForAll(
        Gen.Choose(0, 100_000_00).Zip(Gen.Choose(1, 98)).Zip(Gen.Choose(1, 98)).Where(x => x.Item1.Item2 + x.Item2 < 100).ToArbitrary(), drawn =>
        {
            var ((pence, first), second) = drawn;
            var parts = InstalmentShares.Of(new Money(pence), first, second, 100 - first - second);
            return parts.Sum(part => part.MinorUnits) == pence && parts.All(part => !part.IsNegative);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1000_00, 873_25, 126_75, false)]
    [InlineData(1000_00, 990_01, 9_99, true)]
    [InlineData(1000_00, 990_00, 10_00, false)]
    [InlineData(1000_00, 1000_00, 0, false)]
    [InlineData(1000_00, 1200_00, 0, false)]
    public void What_was_paid_and_not_shown_to_be_spent_is_owed_and_under_ten_pounds_let_go(long paid, long evidenced, long due, bool waived) =>
        Assert.Equal(new Underspend(new Money(due), waived), Underspend.Of(new Money(paid), new Money(evidenced)));

    [Theory]
    [InlineData(-1, Lateness.NotYetDue)]
    [InlineData(0, Lateness.Due)]
    [InlineData(6, Lateness.Due)]
    [InlineData(7, Lateness.Week)]
    [InlineData(21, Lateness.ThreeWeeks)]
    [InlineData(41, Lateness.ThreeWeeks)]
    [InlineData(42, Lateness.SixWeeks)]
    public void A_report_becomes_later_at_7_21_and_42_days(int days, Lateness lateness)
    {
        var due = new DateOnly(2027, 3, 6);
        Assert.Equal(lateness, Latenesses.Of(due, due.AddDays(days)));
    }

    [Fact]
    public void An_offer_stands_for_28_days_and_lapses_to_the_second_unless_both_said_yes()
    {
        var award = new Award(new OfferedTo(Guid.Empty, Guid.Empty, "YF27-0001", Guid.Empty), new Money(100_00), Guid.Empty, Noon);
        Assert.Equal(AwardPhase.Drafted, award.PhaseAt(Noon));
        award.Sign(Guid.Empty, [], Noon);
        award.AcceptAsLead(Guid.Empty, Noon.AddDays(1));

        Assert.Equal(AwardPhase.Offered, award.PhaseAt(Noon.AddDays(28).AddTicks(-1)));
        Assert.Equal(AwardPhase.Lapsed, award.PhaseAt(Noon.AddDays(28)));
        award.AcceptAsAdult(Guid.Empty, Noon.AddDays(2));
        Assert.Equal(AwardPhase.Active, award.PhaseAt(Noon.AddDays(28)));
        Assert.Equal(Noon.AddDays(2), award.AcceptedAt);
    }

    [Fact]
    public void A_payment_comes_out_of_the_most_restricted_pot_first_and_a_refund_goes_back_to_the_last()
    {
        var (east, young, wide) = (Guid.Parse("00000000-0000-0000-0000-000000000001"), Guid.Parse("00000000-0000-0000-0000-000000000002"), Guid.Parse("00000000-0000-0000-0000-000000000003"));
        PotShare[] shares = [new(east, new Money(100)), new(young, new Money(50)), new(wide, new Money(200))];

        Assert.Equal([new PotShare(east, new Money(100)), new PotShare(young, new Money(20))], ShareOrder.Take(shares, Money.Zero, new Money(120)));
        Assert.Equal([new PotShare(young, new Money(30)), new PotShare(wide, new Money(1))], ShareOrder.Take(shares, new Money(120), new Money(31)));
        Assert.Equal([new PotShare(wide, new Money(200)), new PotShare(young, new Money(10))], ShareOrder.GiveBack(shares, new Money(210)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareOrder.Take(shares, new Money(300), new Money(51)));
    }
}
