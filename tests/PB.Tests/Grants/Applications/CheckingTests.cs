using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tally;

namespace PB.Tests.Grants.Applications;

public sealed class CheckingTests : CouncilTest
{
    [Fact]
    public async Task Scenario_12_a_group_has_five_working_days_to_put_something_right_and_keeps_its_place()
    {
        var (call, own) = await EnteredAsync("Camp");
        var yara = await AsAsync("Yara");
        var check = $"{CallPath}/checks/{own.Ref}";
        await yara.PressAsync(await yara.OpenAsync(check), "Ask the group to put it right", ("Note", "Please send us the safeguarding policy."));

        // Asked on a Tuesday: until the end of the Tuesday after.
        Assert.Equal(new DateTimeOffset(2027, 3, 16, 12, 0, 0, TimeSpan.Zero), Clock.GetUtcNow());
        Assert.Equal(new DateTimeOffset(2027, 3, 24, 0, 0, 0, TimeSpan.Zero), await WithDbAsync(db => db.EligibilityQueries.Select(query => query.Until).SingleAsync()));
        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Subject.StartsWith("Please put something right"))));
        Assert.Equal(["The group still has time to put something right"], (await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
        var sue = await AsAsync("Sue");
        foreach (var mine in new[] { await sue.OpenAsync($"/applications/{own.Id}"), await (await AsAsync("Lea")).OpenAsync($"/applications/{own.Id}") })
            Assert.Contains("You keep your place", mine.Text, StringComparison.Ordinal);
        Assert.Empty(await PagesWithAsync("Ade", "Camp", own));
        await sue.PressAsync(await sue.OpenAsync($"/applications/{own.Id}/signing/1"), "Sign it", ("SafeguardingPolicy", "On our site"), ("IsAdult", "true"));

        await yara.PressAsync(await yara.OpenAsync(check), "It meets it");
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
        var after = await WithDbAsync(db => db.Applications.SingleAsync());
        Assert.Equal((own.Ref, own.EnteredAt), (after.Ref, after.EnteredAt));
        Assert.NotNull(after.FoundEligibleAt);
        Assert.Equal(call.Id, after.CallId);
    }

    [Fact]
    public async Task A_coordinator_is_told_of_plans_that_say_the_same_and_who_signed_both()
    {
        var call = await CallAsync();
        var first = await ApplicationAsync(call, "Camp", 500, also: Say("One night under the stars"), isChecked: false);
        await ApplicationAsync(call, "Hike", 500, also: Say("One long walk in the hills"), isChecked: false);
        await ApplicationAsync(call, "Drums", 500, also: own => Write(own, "We want to learn how to drum on old barrels, and play on the market square in summer where all can hear us and join in."), isChecked: false);
        await MoveToAsync(CallCloses.AddDays(3));

        var page = await (await AsAsync("Yara")).OpenAsync($"{CallPath}/checks/{first.Ref}");

        var told = Assert.Single(page.Document.QuerySelectorAll(".govuk-inset-text")).TextContent;
        Assert.Contains("Hike", told, StringComparison.Ordinal);
        Assert.Contains("One adult signed both. Ask whose words they are.", told, StringComparison.Ordinal);
    }

    static Action<Application> Say(string what) => own =>
        Write(own, $"{what} would do all of us good, because most of us have never been away from home and we want to find out together what we can do when nobody tells us.");

    static void Write(Application own, string summary) => own.Write(new ApplicationText(own.Title, summary, own.Answers, own.Group));

    [Fact]
    public async Task Scenario_13_a_rule_is_set_aside_by_two_people_and_everybody_reads_why()
    {
        var (_, own) = await EnteredAsync("Trip", new EligibilityRuleWords("At most 75 percent is for staying away", EligibilityKind.ShareOfBudget, true, BudgetCategory.Residential, 75),
            new BudgetWords(BudgetCategory.Residential, "Hostel", 1, new Money(800_00)), new BudgetWords(BudgetCategory.Food, "Food", 1, new Money(200_00)));
        var (yara, check) = (await AsAsync("Yara"), $"{CallPath}/checks/{own.Ref}");
        Assert.Equal(["A rule is not met yet"], (await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);

        await yara.PressAsync(await yara.OpenAsync(check), "Propose to set it aside", ("Note", "Nobody of them has ever been away from home."));
        Assert.DoesNotContain("ever been away", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        var waiver = await WithDbAsync(db => db.Waivers.Select(w => w.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(yara, $"{CallPath}/waivers/{waiver}")).Status);
        var ade = await AsAsync("Ade");
        await ade.PressAsync(await ade.OpenAsync($"{CallPath}/waivers"), "I agree to set it aside for Trip");

        Assert.Contains("Nobody of them has ever been away from home.", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
    }

    [Fact]
    public async Task An_organisation_that_a_finance_officer_stopped_gets_nothing_new_and_reads_why()
    {
        var (_, own) = await EnteredAsync("Club", new EligibilityRuleWords("The organisation owes us no report", EligibilityKind.HostNotBlocked));
        await ChangeAsync(async db => (await db.HostOrganisations.SingleAsync()).Block("Its bank says that the account is closed."));
        var (yara, check) = (await AsAsync("Yara"), $"{CallPath}/checks/{own.Ref}");

        var page = await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel");

        Assert.Equal(["A rule is not met yet"], page.Errors);
        Assert.Contains("the account is closed", page.Text, StringComparison.Ordinal);
        Assert.Contains("the account is closed", (await (await AsAsync("Sue")).OpenAsync($"/applications/{own.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_panel_reads_nothing_before_everything_is_checked()
    {
        var (_, own) = await EnteredAsync("Camp");
        await MoveToAsync(CallCloses.AddDays(3));
        var (yara, ade) = (await AsAsync("Yara"), await AsAsync("Ade"));
        Assert.Contains("Not yet", (await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks"), "Ask the panel who is too close")).Text, StringComparison.Ordinal);
        Assert.Contains("Not yet", (await TamperAsync(yara, $"{CallPath}/marking-opening")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync($"{CallPath}/reading")).Status);

        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks/{own.Ref}"), "It does not fit", ("Note", "It is for adults."));
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks"), "Ask the panel who is too close");
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks"), "Let the panel read them");

        Assert.DoesNotContain("Camp", (await ade.OpenAsync($"{CallPath}/reading")).Text, StringComparison.Ordinal);
        Assert.Contains("It is for adults.", (await (await AsAsync("Lea")).OpenAsync($"/applications/{own.Id}")).Text, StringComparison.Ordinal);
    }

    /// <summary>Those of a member's pages that name an application, or open it.</summary>
    async Task<List<string>> PagesWithAsync(string member, string title, Application own)
    {
        var (browser, found) = (await AsAsync(member), new List<string>());
        foreach (var path in (string[])[FundPath, PanelPath, CallPath, $"{CallPath}/reading", $"{CallPath}/reading/{own.Ref}", $"{CallPath}/marking", $"{CallPath}/marking/{own.Ref}", $"/applications/{own.Id}"])
            if ((await browser.OpenAsync(path)).Text.Contains(title, StringComparison.Ordinal))
                found.Add(path);
        return found;
    }

    /// <summary>An application that is in, ten days after the opening, with one rule to check.</summary>
    async Task<(Call Call, Application Application)> EnteredAsync(string title, EligibilityRuleWords? rule = null, params BudgetWords[] budget)
    {
        var call = await CallAsync(announced: false);
        await ChangeAsync(async db =>
        {
            var own = await db.WholeCalls().SingleAsync();
            if (rule is not null)
                own.Require([rule], Clock.GetUtcNow());
            own.AgreeOnCriteria(new WeightsTally(8, 6, 6, 0, 0), Clock.GetUtcNow());
            own.Announce(Clock.GetUtcNow());
        });
        await MoveToAsync(CallOpens.AddDays(9));
        return (call, await ApplicationAsync(call, title, 1000, isChecked: false, budget: budget.Length > 0 ? budget : null));
    }
}
