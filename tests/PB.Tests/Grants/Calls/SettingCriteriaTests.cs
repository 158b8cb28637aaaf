using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Calls;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Calls;

public sealed class SettingCriteriaTests : CouncilTest
{
    const string Criteria = CallPath + "/criteria";

    [Fact]
    public async Task Scenario_01_the_panel_agrees_on_its_criteria_and_no_adult_can_change_them_after()
    {
        await CallAsync(announced: false);
        foreach (var name in Young.Take(6))
            await VoteAsync(FirstName(name), name.StartsWith("Fay", StringComparison.Ordinal) ? "No" : "Yes");
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(await AsAsync("Bo"), $"{Criteria}/agreement")).Status);

        var ade = await AsAsync("Ade");
        var fixedPage = await ade.PressAsync(await ade.OpenAsync(Criteria), "Fix them as we voted");

        Assert.Contains("6 of 8 members were there, 5 said yes, 1 no, 0 did not say", fixedPage.Text, StringComparison.Ordinal);
        var yara = await AsAsync("Yara");
        Assert.Equal(HttpStatusCode.Forbidden, (await yara.OpenAsync($"{Criteria}/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(yara, $"{Criteria}/edit", ("Lines[0].Name", "Mine"), ("Lines[0].Weight", "100"))).Status);
        var behind = await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>("update grants.criteria set weight = 25"));
        Assert.Equal("PB002", behind.SqlState);
    }

    [Fact]
    public async Task Scenario_02_weights_add_up_to_a_hundred()
    {
        await CallAsync(announced: false);
        var ade = await AsAsync("Ade");
        await ade.PressAsync(await ade.OpenAsync($"{Criteria}/edit"), "Save", ("Lines[3].Weight", "10"));
        foreach (var name in Young)
            await VoteAsync(FirstName(name), "Yes");

        var page = await ade.PressAsync(await ade.OpenAsync(Criteria), "Fix them as we voted");

        Assert.Equal(["The points add up to 90 of 100"], page.Errors);
        Assert.Null(await WithDbAsync(db => db.Calls.Select(call => call.CriteriaAgreedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_change_of_the_criteria_asks_for_new_votes_and_too_few_votes_fix_nothing()
    {
        await CallAsync(announced: false);
        foreach (var name in Young)
            await VoteAsync(FirstName(name), "Yes");
        var ade = await AsAsync("Ade");
        await ade.PressAsync(await ade.OpenAsync($"{Criteria}/edit"), "Save", ("Lines[0].Name", "Something else"));
        foreach (var name in Young.Take(3))
            await VoteAsync(FirstName(name), "Yes");

        var page = await ade.PressAsync(await ade.OpenAsync(Criteria), "Fix them as we voted");

        Assert.Equal(["Too few members have voted: at least half of you, and at least three"], page.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Lea")).OpenAsync(Criteria)).Status);
    }

    [Fact]
    public async Task Scenario_03_a_call_cannot_open_without_its_safeguards()
    {
        await CallAsync(announced: false);
        await ChangeAsync(async db =>
        {
            (await db.FundAppointments.SingleAsync(task => task.Role == FundRole.SafeguardingLead)).End(Clock.GetUtcNow());
            (await db.Funds.SingleAsync()).Publish(new FundTexts { SafeguardingPolicy = "Two adults.", PrivacyNotice = "Little.", PanelRules = "Fair." });
        });
        var yara = await AsAsync("Yara");

        var page = await yara.PressAsync(await yara.OpenAsync($"{CallPath}/opening"), "Announce it");

        Assert.Equal(["Something is missing: look at the list"], page.Errors);
        foreach (var missing in (string[])["Appoint a safeguarding lead", "Publish what groups agree to", "The panel has to agree on what counts"])
            Assert.Contains(missing, page.Text, StringComparison.Ordinal);
        Assert.Null(await WithDbAsync(db => db.Calls.Select(call => call.AnnouncedAt).SingleAsync()));
    }

    [Fact]
    public async Task Everything_that_a_call_lacks_is_on_the_list_before_it_opens()
    {
        await CallAsync(announced: false);
        await ChangeAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            var call = await db.WholeCalls().SingleAsync();
            call.Describe("Spring 2027", "");
            call.Schedule(new CallDates());
            call.Require([], now);
            call.Use([]);
            (await db.Funds.SingleAsync()).Publish(new FundTexts());
            foreach (var task in await db.FundAppointments.Where(task => task.PersonId != People["Yara"].Id).ToListAsync())
                task.End(now);
            foreach (var member in await db.PanelMembers.OrderBy(member => member.DisplayName).Take(3).ToListAsync())
                member.Rest(now);
        });
        var list = await MissingAsync();
        foreach (var missing in (string[])
        [
            "Say what the call is for", "The panel has to agree on what counts, in a meeting", "Set all the dates", "Write down the rules that an application has to meet", "There is no money in the call’s pots",
            "Publish what groups agree to when they accept a grant", "Publish the privacy notice", "Publish the safeguarding policy", "Publish the panel’s own rules", "Appoint two coordinators",
            "Appoint a safeguarding lead", "Appoint a finance officer", "Appoint an accountable officer", "The panel has too few members who are ready",
        ])
            Assert.Contains(missing, list, StringComparison.Ordinal);

        await ChangeAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            (await db.WholeCalls().SingleAsync()).Schedule(new CallDates { OpensAt = CallOpens, ClosesAt = CallCloses, MarkingClosesAt = CallCloses.AddDays(1), MeetingOn = MeetingOn, PublishesAt = Publishes });
            await db.AddRangeAsync(new FundAppointment(Fund.Id, People["Alan"].Id, FundRole.AccountableOfficer, People["Ada"].Id, now), new FundAppointment(Fund.Id, People["Alan"].Id, FundRole.FinanceOfficer, People["Ada"].Id, now));
        });
        list = await MissingAsync();
        Assert.Contains("Put the dates in order", list, StringComparison.Ordinal);
        Assert.Contains("The finance officer and the accountable officer have to be different people", list, StringComparison.Ordinal);
        await ChangeAsync(async db => (await db.WholeCalls().SingleAsync()).Schedule(new CallDates { OpensAt = Start.AddDays(-9), ClosesAt = Start.AddDays(-8), MarkingClosesAt = MarkingCloses, MeetingOn = MeetingOn, PublishesAt = Publishes }));
        Assert.Contains("The close is in the past: set new dates", await MissingAsync(), StringComparison.Ordinal);
    }

    async Task<string> MissingAsync()
    {
        var yara = await AsAsync("Yara");
        var page = await yara.PressAsync(await yara.OpenAsync($"{CallPath}/opening"), "Announce it");
        Assert.Equal(["Something is missing: look at the list"], page.Errors);
        return page.Text;
    }

    [Fact]
    public async Task A_coordinator_sets_a_call_up_and_announces_it_when_nothing_is_missing()
    {
        var unwritten = await UnwrittenAsync();
        var yara = await AsAsync("Yara");
        var made = await yara.PressAsync(await yara.OpenAsync($"{FundPath}/calls/new"), "Save",
            ("Title", "Spring"), ("What", "Ideas for us."), ("Opens.Day", "2027-03-08"), ("Opens.Hour", "09:00"), ("Closes.Day", "2027-03-27"), ("Closes.Hour", "17:00"),
            ("MarkingCloses.Day", "2027-04-10"), ("MarkingCloses.Hour", "17:00"), ("Meeting.Day", "2027-04-12"), ("Meeting.Hour", "17:00"), ("Publishes.Day", "2027-04-16"), ("Publishes.Hour", "17:00"),
            ("MinAward", "50"), ("MaxAward", "2,000"), ("PerItemCap", "1,000"), ("PotIds", $"{Pot.Id}"), ("Rules", "It is for young people of this town"));
        Assert.Contains("The panel has to agree on what counts", made.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(CallPath)).Status);
        Assert.Equal(unwritten, await UnwrittenAsync());
        await ChangeAsync(async db =>
        {
            var call = await db.WholeCalls().SingleAsync();
            call.Ask([Words("Need", 100)], Clock.GetUtcNow());
        });
        await ChangeAsync(async db => (await db.WholeCalls().SingleAsync()).AgreeOnCriteria(new WeightsTally(8, 6, 6, 0, 0), Clock.GetUtcNow()));

        // Who taps several times announces it once.
        var opening = await yara.OpenAsync($"{CallPath}/opening");
        var taps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => yara.PressAsync(opening, "Announce it")));

        Assert.All(taps, tap => Assert.NotEqual(HttpStatusCode.InternalServerError, tap.Status));
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(line => line.Act == "Announced a call")));
        Assert.Contains("Opens soon", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);
    }

    async Task VoteAsync(string name, string choice)
    {
        var browser = await AsAsync(name);
        await browser.PressAsync(await browser.OpenAsync(Criteria), choice);
    }
}
