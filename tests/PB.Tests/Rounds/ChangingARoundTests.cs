using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Neighbourhoods;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tests.Town;

namespace PB.Tests.Rounds;

public sealed class ChangingARoundTests : TownTest
{
    Neighbourhood eastfield = null!;
    Person maya = null!;
    Browser manager = null!;
    Browser stranger = null!;

    [Fact]
    public async Task Another_managers_draft_is_not_there_and_their_announced_round_is_forbidden()
    {
        var round = await DraftRoundAsync(eastfield, maya);
        Assert.Equal(HttpStatusCode.OK, (await manager.OpenAsync("/rounds/eastfield-2027/setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync("/rounds/eastfield-2027/setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync("/rounds/eastfield-2027")).Status);

        await AnnounceAsync(round);

        Assert.Equal(HttpStatusCode.OK, (await stranger.OpenAsync("/rounds/eastfield-2027")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.OpenAsync("/rounds/eastfield-2027/calendar-change")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.OpenAsync("/rounds/eastfield-2027/cancellation")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.OpenAsync("/rounds/eastfield-2027/setup")).Status);
        Assert.Equal("/sign-in", (await Visitor().OpenAsync("/rounds/eastfield-2027/calendar-change")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task A_copy_is_a_new_draft_with_the_words_but_without_dates_and_approval()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        var setup = await manager.PressAsync(await manager.OpenAsync("/rounds/eastfield-2027"), "Copy into a new draft");

        Assert.Equal("/rounds/eastfield-2027-copy/setup", setup.Path);
        Assert.Contains("Write who approved the money", setup.Text, StringComparison.Ordinal);
        Assert.Contains("Give the days on which voting opens", setup.Text, StringComparison.Ordinal);
        var copy = await WithDbAsync(db => WholeRoundAsync(db, db.Rounds.Single(r => r.Slug == "eastfield-2027-copy").Id));
        Assert.Equal(2, copy.Criteria.Count);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(e => e.Act == "Copied a round into a new draft")));
    }

    [Fact]
    public async Task A_copy_takes_over_by_which_checklist_departments_check_and_how_people_talk_about_ideas()
    {
        var round = await DraftRoundAsync(eastfield, maya);
        var list = new Checklist("Small works", 1, [new("Is it in the area?", "", "It is in Eastfield", "It is.", "It is not.", "")], Clock.GetUtcNow());
        await ChangeAsync(db =>
        {
            var rules = new IdeaRules(round.Id);
            rules.Promise(20, 14);
            rules.LetPeopleTalk(Moderation.Before, 10);
            db.AddRange(list, new ScreeningPlan(round.Id, list.Id, new ScreeningTimes { AnswerDays = 3 }), rules);
            return Task.CompletedTask;
        });
        await AnnounceAsync(round);

        await manager.PressAsync(await manager.OpenAsync("/rounds/eastfield-2027"), "Copy into a new draft");

        var plan = await WithDbAsync(db => db.ScreeningPlans.AsNoTracking().SingleAsync(p => p.RoundId != round.Id));
        Assert.Equal((list.Id, 3, null), (plan.ChecklistId, plan.Times.AnswerDays, plan.PublishedAt));
        var copied = await WithDbAsync(db => db.IdeaRules.AsNoTracking().SingleAsync(r => r.RoundId != round.Id));
        Assert.Equal((20, 14, Moderation.Before, 10), (copied.EndorsementsForAnswer, copied.AnswerWithinDays, copied.Moderation, copied.SlowModeMinutes));
        Assert.Equal("3", (await manager.OpenAsync("/rounds/eastfield-2027-copy/setup/screening")).Document.QuerySelector("[name=AnswerDays]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_change_of_dates_needs_a_reason_that_everybody_reads()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        var form = await manager.OpenAsync("/rounds/eastfield-2027/calendar-change");
        var silent = await manager.PressAsync(form, "Change the dates", ("Dates.VotingUntil.Day", "2027-04-14"));
        Assert.Equal("Write why the dates change: everybody can read it", Assert.Single(silent.Errors));
        Assert.Equal("2027-04-14", silent.Document.QuerySelector("#Dates_VotingUntil_Day")!.GetAttribute("value"));

        var round = await manager.PressAsync(silent, "Change the dates", ("Reason", "The library is closed for repairs until then."));

        Assert.Equal("/rounds/eastfield-2027", round.Path);
        var seen = await Visitor().OpenAsync(round.Path);
        Assert.Contains("The library is closed for repairs until then.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Voting closes on Wednesday 14 April 2027", seen.Text, StringComparison.Ordinal);
        Assert.Equal("The library is closed for repairs until then.", await WithDbAsync(db => db.Journal.Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Dates_cannot_move_into_the_past_or_lose_a_part()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        await MoveToAsync(Start.AddDays(3));
        var form = await manager.OpenAsync("/rounds/eastfield-2027/calendar-change");
        var past = await manager.PressAsync(form, "Change the dates", ("Dates.IdeasFrom.Day", "2027-03-20"), ("Reason", "Because"));
        Assert.Contains("What has begun already stays", Assert.Single(past.Errors), StringComparison.Ordinal);
        var fewer = await manager.PressAsync(form, "Change the dates", ("Dates.DeliveryFrom.Day", ""), ("Dates.DeliveryFrom.Hour", ""), ("Reason", "Because"));
        Assert.Contains("People were told which parts take place", Assert.Single(fewer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_are_fixed_once_voting_has_opened()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        await MoveToAsync(Opening);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.OpenAsync("/rounds/eastfield-2027/calendar-change")).Status);
    }

    [Fact]
    public async Task A_cancelled_round_stays_to_be_read_with_the_reason()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        var form = await manager.OpenAsync("/rounds/eastfield-2027/cancellation");
        Assert.Single((await manager.PressAsync(form, "Cancel the round")).Errors);
        await manager.PressAsync(form, "Cancel the round", ("Reason", "The fund was withdrawn by the government."));

        var seen = await Visitor().OpenAsync("/rounds/eastfield-2027");
        Assert.Contains("This round was cancelled on Saturday 6 March 2027.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("The fund was withdrawn by the government.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eastfield-2027", (await Visitor().OpenAsync("/")).Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_one_thing_to_do_in_each_phase()
    {
        await AnnounceAsync(await DraftRoundAsync(eastfield, maya));
        var visitor = Visitor();
        Assert.DoesNotContain("Vote now", (await visitor.OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
        await MoveToAsync(Start.AddDays(1));
        Assert.Contains("Put forward an idea", (await visitor.OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
        await MoveToAsync(Opening);
        Assert.Contains("Vote now", (await visitor.OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
        Assert.Contains("Eastfield 2027", (await visitor.OpenAsync("/")).Text, StringComparison.Ordinal);
        await MoveToAsync(Closing);
        Assert.Contains("The votes are being counted.", (await visitor.OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_shows_each_role_what_is_theirs()
    {
        await DraftRoundAsync(eastfield, maya);
        Assert.Contains("Nothing is missing: you can announce it.", (await manager.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eastfield 2027", (await stranger.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        var officer = await (await SignedInAsync(await OfficerAsync())).OpenAsync("/desk");
        Assert.Contains("No idea is waiting.", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set up a round", officer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync())).OpenAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/rounds/no-such-round")).Status);
    }

    protected override async Task SettleAsync()
    {
        eastfield = await NeighbourhoodAsync();
        var westfield = await NeighbourhoodAsync("Westfield");
        maya = await ManagerAsync(eastfield);
        manager = await SignedInAsync(maya);
        var other = await PersonAsync("Bo West", Role.NeighbourhoodManager);
        await ChangeAsync(db => db.AddAsync(new Appointment(other.Id, westfield.Id)).AsTask());
        stranger = await SignedInAsync(other);
    }

    Task AnnounceAsync(Round round) => ChangeAsync(async db => (await WholeRoundAsync(db, round.Id)).Announce(Clock.GetUtcNow()));
}
