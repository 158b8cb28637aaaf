using PB.Rounds;
using PB.Tally;

namespace PB.Tests.Rounds;

public sealed class RoundPhaseTests
{
    static readonly DateTimeOffset Day = new(2027, 3, 6, 9, 0, 0, TimeSpan.Zero);

    static readonly RoundCalendar Whole = new()
    {
        IdeasFrom = Day.AddDays(1),
        ScreeningFrom = Day.AddDays(10),
        DiscussionFrom = Day.AddDays(20),
        VotingFrom = Day.AddDays(30),
        VotingUntil = Day.AddDays(37),
        DeliveryFrom = Day.AddDays(50),
        ReviewFrom = Day.AddDays(100),
        ArchiveFrom = Day.AddDays(200),
    };

    public static TheoryData<int, RoundPhase, RoundPhase> Moments => new()
    {
        { 1, RoundPhase.Announced, RoundPhase.Ideas },
        { 10, RoundPhase.Ideas, RoundPhase.Screening },
        { 20, RoundPhase.Screening, RoundPhase.Discussion },
        { 30, RoundPhase.Discussion, RoundPhase.Voting },
        { 37, RoundPhase.Voting, RoundPhase.Counting },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void A_phase_begins_at_its_moment_and_not_a_minute_before(int day, RoundPhase before, RoundPhase at)
    {
        var round = Announced(Whole);
        var moment = Day.AddDays(day);
        Assert.Equal(before, round.PhaseAt(moment.AddMinutes(-1)));
        Assert.Equal(before, round.PhaseAt(moment.AddTicks(-1)));
        Assert.Equal(at, round.PhaseAt(moment));
        Assert.Equal(at, round.PhaseAt(moment.AddMinutes(1)));
    }

    [Fact]
    public void Every_hour_of_a_year_has_one_phase_and_phases_never_go_back()
    {
        var round = Announced(Whole);
        round.RecordCount(Whole.VotingUntil!.Value);
        round.Publish(Whole.VotingUntil.Value);
        var phases = Enumerable.Range(0, 24 * 365).Select(hour => round.PhaseAt(Day.AddHours(hour))).ToList();
        Assert.Equal(phases.Order(), phases);
        Assert.Equal(
            [RoundPhase.Announced, RoundPhase.Ideas, RoundPhase.Screening, RoundPhase.Discussion, RoundPhase.Voting, RoundPhase.Result,
             RoundPhase.Delivery, RoundPhase.Review, RoundPhase.Archived], phases.Distinct());
    }

    [Fact]
    public void A_round_without_a_published_result_goes_on_counting()
    {
        var round = Announced(Whole);
        Assert.Equal(RoundPhase.Counting, round.PhaseAt(Day.AddDays(60)));
        round.RecordCount(Day.AddDays(38));
        Assert.Equal(RoundPhase.Counting, round.PhaseAt(Day.AddDays(60)));
        round.Publish(Day.AddDays(61));
        Assert.Equal(RoundPhase.Delivery, round.PhaseAt(Day.AddDays(61)));
    }

    [Fact]
    public void A_draft_is_a_draft_at_any_time_and_a_cancelled_round_is_cancelled()
    {
        var draft = Draft(Whole);
        Assert.Equal(RoundPhase.Draft, draft.PhaseAt(Day.AddDays(33)));
        draft.Cancel("No money", Day);
        Assert.Equal(RoundPhase.Cancelled, draft.PhaseAt(Day.AddDays(33)));
    }

    [Fact]
    public void A_phase_that_is_left_out_never_comes()
    {
        var round = Announced(Whole with { DiscussionFrom = null });
        Assert.Equal(RoundPhase.Screening, round.PhaseAt(Day.AddDays(29)));
        Assert.DoesNotContain(RoundPhase.Discussion, round.PhasesThatPromise());
    }

    [Fact]
    public void The_first_phase_out_of_order_is_named()
    {
        Assert.Null(Whole.FirstOutOfOrder());
        Assert.Equal(RoundPhase.Counting, (Whole with { VotingUntil = Whole.VotingFrom }).FirstOutOfOrder());
        Assert.Equal(RoundPhase.Screening, (Whole with { ScreeningFrom = Day }).FirstOutOfOrder());
        Assert.Equal(RoundPhase.Voting, (Whole with { DiscussionFrom = Day.AddDays(31) }).FirstOutOfOrder());
    }

    [Fact]
    public void Dates_that_are_announced_move_only_forward_and_whole()
    {
        var round = Announced(Whole);
        var now = Day.AddDays(2);
        Assert.Equal(CalendarRefusal.NothingChanged, round.WhyNotMoveTo(Whole with { }, now));
        Assert.Equal(CalendarRefusal.InThePast, round.WhyNotMoveTo(Whole with { IdeasFrom = Day.AddDays(3) }, now));
        Assert.Equal(CalendarRefusal.OtherPhases, round.WhyNotMoveTo(Whole with { DiscussionFrom = null }, now));
        Assert.Equal(CalendarRefusal.OutOfOrder, round.WhyNotMoveTo(Whole with { VotingFrom = Day.AddDays(38) }, now));
        Assert.Equal(CalendarRefusal.TooShort, round.WhyNotMoveTo(Whole with { VotingFrom = Day.AddDays(36) }, now));
        Assert.Null(round.WhyNotMoveTo(Whole with { VotingUntil = Day.AddDays(38) }, now));
    }

    static Round Draft(RoundCalendar calendar)
    {
        var round = new Round("Eastfield 2027", "eastfield-2027", PB.Data.Ids.New(Day), Day);
        round.Describe(round.Title, round.Slug, "A better Eastfield.", "Europe/London", "GBP");
        round.TakePlaceIn([PB.Data.Ids.New(Day)]);
        round.FillPot("Fund", new Money(100_00), "Carys Bevan", new DateOnly(2027, 2, 1), "");
        round.Schedule(calendar);
        foreach (var phase in round.PhasesThatPromise().ToList())
            round.SayPromise(phase, new PromiseWords(Influence.Empower, "All", "The pot", "Residents", "They do not", false));
        round.SetRules(new BallotRules { MaxChoices = 3 }, publishAtOnce: true);
        round.SetEligibility(new Eligibility { InWords = "Everybody" });
        round.SetCriteria(["It is in Eastfield"], Day);
        round.SetFeedback(new DateOnly(2027, 6, 1), "E-mail");
        return round;
    }

    static Round Announced(RoundCalendar calendar)
    {
        var round = Draft(calendar);
        round.Announce(Day);
        return round;
    }
}
