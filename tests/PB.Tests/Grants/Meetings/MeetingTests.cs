using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Tally;
using Decision = PB.Grants.Meetings.Decision;

namespace PB.Tests.Grants.Meetings;

public sealed class MeetingTests : MeetingTest
{
    static readonly CallRules Secret = new(), Hands = new() { Secrecy = VoteSecrecy.Hands };

    [Fact]
    public async Task Scenario_23_the_quorum_is_counted_for_each_item_without_those_in_conflict()
    {
        await ParentAsync(await ApplyAsync(Secret, ("Pitch", 1000), ("Stage", 800)), "Eli", "Fay", "Gus", "Hana");
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        await TurnToAsync("Pitch");
        Assert.Contains("4 here, 3 needed", (await LookAsync("Ade")).Text, StringComparison.Ordinal);

        foreach (var name in (string[])["Cas", "Dee"])
            await PressAsync("Yara", "Has left", ("person", $"{People[name].Id}"));
        await AskAsync("Ask: shall we fund it?");
        Assert.Contains("There are too few in the room for this one.", (await PressAsync("Ade", "Ask: shall we fund it?")).Text, StringComparison.Ordinal);
        var page = await PressAsync("Ade", "Hand it to the other panel");
        Assert.Contains("Handed over", page.Text, StringComparison.Ordinal);
        Assert.Contains(await MinutesAsync("Bo"), line => line.EndsWith("Pitch: Handed over to The county panel", StringComparison.Ordinal));
        Assert.DoesNotContain("Pitch", string.Concat(await MinutesAsync("Eli")), StringComparison.Ordinal);

        await ComeAsync("Cas", "Dee");
        await TurnToAsync("Stage");
        await AskAsync("Ask: shall we fund it?");
        Assert.Contains("Shall we fund it?", (await LookAsync("Dee")).Document.QuerySelector("[data-now]:is(h3)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await MinutesAsync("Dee"), line => line.EndsWith("Stage: Vote: Shall we fund it? 4 were here, 3 needed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scenario_24_more_yes_than_no_decides_and_two_ties_are_not_now()
    {
        var all = await ApplyAsync(Secret, ("Pitch", 1000), ("Stage", 800));
        await MeetAsync([.. All.Select(FirstName)]);
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas Dee", "Eli Fay Gus", "Hana Ivy");
        await CloseAsync();
        Assert.Contains(await MinutesAsync("Jon"), line => line.EndsWith("Shall we fund it? passed: 4 yes, 3 no, 2 said neither", StringComparison.Ordinal));
        await AskAsync("Ask: how much?");
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee", "Eli"])
            await NameAsync(name, "1000");
        await CloseAsync();
        await SayAsync("It is for many.");
        Assert.Equal((DecisionOutcome.Fund, 1000_00), Outcome(await DecisionOnAsync(all[0])));

        await TurnToAsync("Stage");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas", "Dee Eli Fay");
        Assert.Contains("A tie. Talk for five minutes", (await CloseAsync()).Text, StringComparison.Ordinal);
        await AskAsync("Ask once more");
        await VoteAsync("Ade Bo Cas", "Dee Eli Fay");
        await CloseAsync();
        await SayAsync("We could not agree.");
        Assert.Equal((DecisionOutcome.No, 0), Outcome(await DecisionOnAsync(all[1])));
    }

    [Fact]
    public async Task Scenario_25_the_amount_in_the_middle_counts()
    {
        var pitch = (await ApplyAsync(Secret, ("Pitch", 2000)))[0];
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas Dee Eli");
        await CloseAsync();
        await AskAsync("Ask: how much?");
        foreach (var (name, amount) in new[] { ("Ade", "1,500"), ("Bo", "2000"), ("Cas", "1000"), ("Dee", "2000"), ("Eli", "1200") })
            await NameAsync(name, amount);
        await CloseAsync();
        Assert.Contains(await MinutesAsync("Dee"), line => line.EndsWith("The amount came to £1,500", StringComparison.Ordinal));
        await SayAsync();
        Assert.Equal((DecisionOutcome.Part, 1500_00), Outcome(await DecisionOnAsync(pitch)));
        Assert.Contains("£3,500", (await LookAsync("Dee")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_26_less_than_the_group_needs_is_offered_only_if_the_panel_wants_that()
    {
        var all = await ApplyAsync(Hands, ("Pitch", 1000), ("Stage", 800));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        foreach (var (title, yes, no) in new[] { ("Pitch", "5", "0"), ("Stage", "1", "4") })
        {
            await TurnToAsync(title);
            await AskAsync("Ask: shall we fund it?");
            await PressAsync("Ade", "Close the vote", ("Yes", "5"));
            var page = await PressAsync("Ade", "The room agreed on these lines", ("approved[1]", "300"), ("Yes", "5"));
            Assert.Contains($"It came to £300, and they need £{(title == "Pitch" ? 500 : 400)}.", page.Text, StringComparison.Ordinal);
            await AskAsync("Ask: offer it anyway?");
            await PressAsync("Ade", "Close the vote", ("Yes", yes), ("No", no));
            await SayAsync();
        }

        var offered = await DecisionOnAsync(all[0]);
        Assert.Equal((DecisionOutcome.Part, 300_00, true), (offered.Outcome, offered.Amount.MinorUnits, offered.BelowViable));
        Assert.Equal((DecisionOutcome.No, 0), Outcome(await DecisionOnAsync(all[1])));
    }

    [Fact]
    public async Task Scenario_27_the_narrowest_pot_pays_first_and_what_does_not_fit_waits()
    {
        var (east, young, general) = (new FundPot(Fund.Id, "East", FundPotKind.General, 2, Start), new FundPot(Fund.Id, "13 to 15", FundPotKind.General, 3, Start), new FundPot(Fund.Id, "Everybody", FundPotKind.General, 4, Start));
        east.KeepFor(new PotRestriction { Areas = ["east"] });
        young.KeepFor(new PotRestriction { Ages = ["13-15"] });
        await ChangeAsync(async db =>
        {
            await db.AddRangeAsync(east, young, general);
            foreach (var (pot, pounds) in new[] { (east, 1500L), (young, 1000L), (general, 3000L) })
                await db.AddAsync(new PotEntry(pot.Id, PotEntryKind.Allocate, new Money(pounds * 100), new EntryReason("", People["Finn"].Id), Start));
        });
        var all = await ApplyToAsync([east, young, general], ("One", 2000, "east", "13-15"), ("Two", 1200, "west", "13-15"), ("Three", 2300, "west", "16-19"), ("Four", 500, "east", "16-19"));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        foreach (var application in all)
            await FundByHandsAsync(application.Title, 5);

        Assert.Equal([(east.Id, 1500_00L), (young.Id, 500_00L)], await PartsAsync(all[0]));
        Assert.Equal([(young.Id, 500_00L), (general.Id, 700_00L)], await PartsAsync(all[1]));
        Assert.Equal([(general.Id, 2300_00L)], await PartsAsync(all[2]));
        Assert.Equal((DecisionOutcome.Reserve, 500_00), Outcome(await DecisionOnAsync(all[3])));
        var page = await LookAsync("Bo");
        Assert.Equal("Four, £500", page.Document.QuerySelectorAll("ol.govuk-list--number li").Single().TextContent.Trim());

        async Task<IEnumerable<(Guid, long)>> PartsAsync(Application application)
        {
            var order = new[] { east.Id, young.Id, general.Id }.ToList();
            return (await DecisionOnAsync(application)).Parts.OrderBy(part => order.IndexOf(part.PotId)).Select(part => (part.PotId, part.Amount.MinorUnits));
        }
    }

    [Fact]
    public async Task Scenario_29_where_there_is_enough_for_all_one_vote_funds_what_nobody_pulled_out()
    {
        var all = await ApplyAsync(Hands, ("Pitch", 1000), ("Stage", 1200), ("Bikes", 1500), ("Boats", 500));
        await DeclareLaterAsync("Gus", all[2]);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await PressAsync("Dee", "Pull this one out: Stage");
        await AskAsync("Ask: fund them all?");
        await PressAsync("Ade", "Close the vote", ("Yes", "5"));

        Assert.Equal((DecisionOutcome.Fund, 1000_00), Outcome(await DecisionOnAsync(all[0])));
        Assert.Equal((DecisionOutcome.Fund, 500_00), Outcome(await DecisionOnAsync(all[3])));
        // Nobody with a conflict votes on it in a bundle either: it is voted on alone.
        Assert.Equal(2, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
        Assert.Contains(await MinutesAsync("Bo"), line => line.Contains("Stage: Dee S wants to talk about this one", StringComparison.Ordinal));
        await FundByHandsAsync("Stage", 5);
        await FundByHandsAsync("Bikes", 5);
        Assert.Equal(4, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
    }

    [Fact]
    public async Task Scenario_16_and_17_minutes_say_who_took_no_part_and_who_knew_them_and_not_why()
    {
        var pitch = (await ApplyAsync(Secret, ("Pitch", 1000)))[0];
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        await DeclareLaterAsync("Bo", pitch);
        await DeclareLaterAsync("Cas", pitch, ConflictLevel.Know);
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        var minutes = await MinutesAsync("Cas");
        Assert.Contains(minutes, line => line.EndsWith("Pitch: Bo L is too close to it, and was out of the room", StringComparison.Ordinal));
        Assert.Contains(minutes, line => line.EndsWith("Pitch: Cas M knows them, and took part", StringComparison.Ordinal));
        Assert.DoesNotContain("Family", string.Concat(minutes), StringComparison.Ordinal);
        Assert.Contains("Your vote is in.", (await CastAsync("Cas", "Yes")).Document.Body!.TextContent, StringComparison.Ordinal);
        var vote = await WithDbAsync(db => db.Set<Vote>().SingleAsync());
        Assert.Contains("You cannot vote on this.", (await PostAsync("Bo", $"{Room}/votes/{vote.Id}/casts", ("choice", "Yes"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_fewer_than_four_voters_only_the_outcome_is_told()
    {
        await ApplyAsync(Secret, ("Pitch", 1000));
        foreach (var name in (string[])["Hana", "Ivy", "Jon", "Gus"])
            await ChangeAsync(async db => (await db.PanelMembers.SingleAsync(m => m.PersonId == People[name].Id)).Rest(Clock.GetUtcNow()));
        await MeetAsync("Ade", "Bo", "Cas");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo", "Cas");
        await CloseAsync();
        Assert.Contains(await MinutesAsync("Bo"), line => line.EndsWith("Shall we fund it? passed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_chair_leads_only_the_youth_worker_keeps_attendance_and_strangers_find_nothing()
    {
        await ApplyAsync(Secret, ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        var item = await WithDbAsync(db => db.Set<Item>().SingleAsync());
        foreach (var (name, status) in new[] { ("Dee", HttpStatusCode.Forbidden), ("Yara", HttpStatusCode.Forbidden), ("Lea", HttpStatusCode.NotFound), ("Alan", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await PostAsync(name, $"{Room}/items/{item.Id}", ("move", "Begin"))).Status);
        Assert.Contains("The chair does that.", (await PostAsync("Bo", $"{Room}/items/{item.Id}", ("move", "Begin"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("Ade", $"{Room}/attendance", ("people", $"{People["Gus"].Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync("Lea")).Status);
        await PressAsync("Yara", "Has left", ("person", $"{People["Ade"].Id}"));
        Assert.Contains("You lead", (await PressAsync("Bo", "Talk about this one: Pitch")).Text, StringComparison.Ordinal);
        await PressAsync("Yara", "Put it in the minutes", ("advice", "Ask for a risk plan."));
        Assert.Contains(await MinutesAsync("Dee"), line => line.EndsWith("Adult advice, Yara Wood: Ask for a risk plan.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_adult_without_a_check_that_holds_does_not_come_into_a_meeting_and_two_adults_with_one_have_to()
    {
        await ApplyAsync(Secret, ("Pitch", 1000));
        People["Tess"] = await PersonAsync("Tess Lane");
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, People["Tess"].Id, FundRole.YouthWorker, People["Ada"].Id, Clock.GetUtcNow())).AsTask());
        var (yara, dana) = (await PhoneAsync("Yara"), await PhoneAsync("Dana"));
        Room = (await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"))).Path;
        await ComeAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Yara");
        Assert.Contains("One of these adults has no background check that holds.", (await ComeAsync("Tess")).Text, StringComparison.Ordinal);
        Assert.Contains("Two adults have to be in the room.", (await PressAsync("Yara", "Open the meeting")).Text, StringComparison.Ordinal);

        var checks = $"{FundPath}/adult-checks";
        Assert.Empty((await dana.PressAsync(await dana.OpenAsync(checks), "Save", ("PersonId", $"{People["Tess"].Id}"), ("CheckedOn", "1 3 2027"), ("RenewOn", "1 3 2030"))).Errors);
        await ComeAsync("Tess");
        Assert.Contains("Between two items.", (await PressAsync("Yara", "Open the meeting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_chair_typed_stays_when_the_result_is_not_taken()
    {
        await ApplyAsync(Hands, ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await PressAsync("Ade", "Close the vote", ("No", "5"));
        var page = await PressAsync("Ade", "Say the result", ("Reason", new string('x', 1001)), ("ReasonToGroup", "Try again."));
        Assert.Contains("Say why, in 1,000 characters or fewer", page.Text, StringComparison.Ordinal);
        Assert.Equal((new string('x', 1001), "Try again."), (page.Document.QuerySelector("#reason")!.TextContent, page.Document.QuerySelector("#reason-to-group")!.TextContent));
    }

    [Fact]
    public async Task An_old_page_is_told_so_and_its_vote_is_not_lost()
    {
        await ApplyAsync(Secret, ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        var (eli, old) = (await PhoneAsync("Eli"), await LookAsync("Eli"));
        // Five is the quorum of ten: Eli's own vote is needed, and comes from elsewhere first.
        await ComeAsync("Fay");
        await VoteAsync("Ade Bo Cas", "Dee Fay");
        await PressAsync("Yara", "Has left", ("person", $"{People["Fay"].Id}"));
        await CloseAsync();
        var page = await eli.PressAsync(old, "Send my vote", ("choice", "No"));
        Assert.Contains("Your page was old: that vote is over", page.Text, StringComparison.Ordinal);
        await AskAsync("Ask: how much?");
        page = await eli.PressAsync(old, "Send my vote", ("choice", "No"));
        Assert.Contains("Your page was old: now something else is asked.", page.Text, StringComparison.Ordinal);
        Assert.Contains("How much shall they get?", page.Text, StringComparison.Ordinal);
    }

    Task DeclareLaterAsync(string name, Application application, ConflictLevel level = ConflictLevel.Conflict)
    {
        Clock.MoveTo(Clock.GetUtcNow().AddSeconds(1));
        return DeclareAsync(name, application, level);
    }

    /// <summary>There is another panel to hand over to, and these have a conflict in everything.</summary>
    Task ParentAsync(List<Application> all, params string[] inConflict) => ChangeAsync(async db =>
    {
        foreach (var application in all)
            foreach (var name in inConflict)
                await db.AddAsync(new ConflictDeclaration(application.Id, People[name].Id, new ConflictWords(ConflictLevel.Conflict, ConflictReason.Family), Clock.GetUtcNow()));
        var parent = new Panel(Fund.Id, "The county panel", "county", Clock.GetUtcNow());
        await db.AddAsync(parent);
        (await db.Panels.SingleAsync(p => p.Id == Panel.Id)).HandOverTo(parent.Id);
    });

    async Task<List<Application>> ApplyToAsync(FundPot[] pots, params (string Title, long Pounds, string Area, string Age)[] asked)
    {
        var rules = Hands;
        var all = await ApplyAsync(rules, [.. asked.Select(one => (one.Title, Math.Min(one.Pounds, 2300)))]);
        await ChangeAsync(async db =>
        {
            var call = await db.Calls.Include(c => c.Pots).SingleAsync(c => c.Id == Call.Id);
            call.Use([.. pots.Select(pot => pot.Id)]);
            foreach (var (application, one) in all.Zip(asked))
            {
                var kept = await db.Applications.SingleAsync(a => a.Id == application.Id);
                db.Entry(kept).ComplexProperty(a => a.Group).CurrentValue = kept.Group with { Areas = [one.Area], AgeBands = [one.Age] };
            }
        });
        return all;
    }

    static (DecisionOutcome, long) Outcome(Decision decision) => (decision.Outcome, decision.Amount.MinorUnits);
}
