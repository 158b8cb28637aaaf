using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Tests.Grants.Applications;

public sealed class DeclaringInterestsTests : CouncilTest
{
    const string Reading = CallPath + "/reading";

    [Fact]
    public async Task Scenario_14_before_somebody_says_how_they_stand_they_see_a_title_and_three_buttons()
    {
        var (_, all) = await ReadableAsync("Camp", "Drums");
        var ade = await AsAsync("Ade");

        var page = await ade.OpenAsync($"{Reading}/{all[0].Ref}");

        Assert.Equal("Camp", page.Heading);
        Assert.Contains("A youth group", page.Text, StringComparison.Ordinal);
        Assert.Equal(["I have nothing to do with it", "I know them, and can be fair", "I am too close to it"], page.Document.QuerySelectorAll("main button").Select(button => button.TextContent.Trim()));
        foreach (var hidden in (string[])["The Camp group", "We need it", "£", "Sue", "Lea"])
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        var read = await ade.PressAsync(page, "I have nothing to do with it");
        Assert.Contains("We need it", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lea", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_a_group_of_the_same_organisation_is_asked_and_nobody_else_hears_of_it()
    {
        var (call, all) = await ReadableAsync("Camp");
        await ApplicationAsync(call, "Camp", 700, lead: "Bo");
        const string Asked = "also do so for a group that you are in";

        var bo = await AsAsync("Bo");
        Assert.Contains(Asked, (await bo.OpenAsync($"{Reading}/{all[0].Ref}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, (await (await AsAsync("Ade")).OpenAsync($"{Reading}/{all[0].Ref}")).Text, StringComparison.Ordinal);
        Assert.False(await WithDbAsync(db => db.ConflictDeclarations.AnyAsync()));
        var read = await bo.PressAsync(await bo.OpenAsync($"{Reading}/{all[0].Ref}"), "I know them, and can be fair");
        Assert.Contains("We need it", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_15_a_conflict_of_interest_leaves_no_trace()
    {
        var (call, all) = await ReadableAsync("Camp", "Drums", "Skates");
        var ade = await AsAsync("Ade");
        await ade.PressAsync(await ade.OpenAsync($"{Reading}/{all[0].Ref}"), "I have nothing to do with it");
        await ade.PressAsync(await ade.OpenAsync($"{Reading}/{all[2].Ref}"), "I know them, and can be fair");
        var missing = await ade.PressAsync(await ade.OpenAsync($"{Reading}/{all[1].Ref}"), "I am too close to it");
        Assert.Equal(["Choose why. Only the coordinators and the chair read it."], missing.Errors);

        var after = await ade.PressAsync(await ade.OpenAsync($"{Reading}/{all[1].Ref}"), "I am too close to it", ("Reason", "Family"));

        Assert.Equal(["Camp", "Skates"], after.Document.QuerySelectorAll("main ol > li a").Select(link => link.TextContent.Trim()));
        foreach (var path in (string[])[Reading, $"{Reading}?q=drums", CallPath, PanelPath, FundPath])
            Assert.DoesNotContain("Drums", (await ade.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("You can read 2. To say first whether you are too close: 0.", (await ade.OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        var pack = await ade.OpenAsync($"{CallPath}/pack");
        Assert.Equal(["1. Camp", "2. Skates"], pack.Document.QuerySelectorAll("h2.govuk-heading-l").Select(title => title.TextContent.Trim()));
        Assert.DoesNotContain("Drums", pack.Text, StringComparison.Ordinal);
        Assert.Contains("This copy is for Ade B alone.", pack.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Yara")).OpenAsync($"{CallPath}/pack")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync($"{Reading}/{all[1].Ref}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync($"/applications/{all[1].Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TamperAsync(ade, $"{Reading}/{all[1].Ref}/interest", ("Level", "None"))).Status);
        Assert.Equal(2, await WithDbAsync(db => db.VisibleTo(call.Id, People["Ade"].Id).CountAsync()));
        Assert.Contains("Drums", (await (await AsAsync("Bo")).OpenAsync(Reading)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_remembers_later_sees_nothing_of_it_from_then_on()
    {
        var (_, all) = await ReadableAsync("Camp", "Drums");
        await DeclareAllAsync(all);
        var bo = await AsAsync("Bo");

        await bo.PressAsync(await bo.OpenAsync($"{Reading}/{all[0].Ref}"), "I am too close to it", ("Reason", "Family"));

        Assert.Equal(HttpStatusCode.NotFound, (await bo.OpenAsync($"{Reading}/{all[0].Ref}")).Status);
        Assert.Equal([People["Bo"].Id], await WithDbAsync(db => db.InConflict(all[0].Id).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_decides_on_what_they_ask_for_themselves_and_a_coordinator_in_conflict_sees_nothing()
    {
        var (call, _) = await ReadableAsync("Camp");
        var own = await ApplicationAsync(call, "Mine", 100, lead: "Cas");
        await DeclareAsync("Yara", own, ConflictLevel.Conflict);

        var (cas, yara) = (await AsAsync("Cas"), await AsAsync("Yara"));

        Assert.DoesNotContain("Mine", (await cas.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mine", (await yara.OpenAsync($"{CallPath}/checks")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yara.OpenAsync($"{CallPath}/checks/{own.Ref}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await AsAsync("Yusuf")).OpenAsync($"{CallPath}/checks/{own.Ref}")).Status);
    }

    async Task<(Call Call, Application[] All)> ReadableAsync(params string[] titles)
    {
        var call = await CallAsync();
        var all = new List<Application>();
        foreach (var title in titles)
        {
            await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
            all.Add(await ApplicationAsync(call, title, 500));
        }

        await OpenMarkingAsync(call);
        return (call, [.. all]);
    }
}
