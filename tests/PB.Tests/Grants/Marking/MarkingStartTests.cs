using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;

namespace PB.Tests.Grants.Marking;

public sealed class MarkingStartTests : CouncilTest
{
    const string Checks = CallPath + "/checks", Reading = CallPath + "/reading";

    [Fact]
    public async Task Nobody_reads_before_all_members_have_said_who_they_are_too_close_to()
    {
        var (camp, drums) = await CheckedAsync();
        var (yara, bo) = (await AsAsync("Yara"), await AsAsync("Bo"));
        Assert.Equal(HttpStatusCode.NotFound, (await bo.OpenAsync(Reading)).Status);

        await yara.PressAsync(await yara.OpenAsync(Checks), "Ask the panel who is too close");

        Assert.Equal(8, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/declare/"))));
        Assert.Equal(["Camp", "Drums"], (await bo.OpenAsync(Reading)).Document.QuerySelectorAll("main h3").Select(title => title.TextContent.Trim()));
        Assert.Contains("The panel says who is too close to what", (await bo.OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        foreach (var own in new[] { camp, drums })
            await bo.PressAsync(await bo.OpenAsync($"{Reading}/{own.Ref}"), "I have nothing to do with it");
        Assert.Contains("You can read them as soon as the others have said it too.", (await bo.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        foreach (var path in (string[])[$"{Reading}/{camp.Ref}", $"{CallPath}/pack"])
            Assert.Equal(HttpStatusCode.NotFound, (await bo.OpenAsync(path)).Status);
        foreach (var name in Young[2..^1])
            foreach (var own in new[] { camp, drums })
                await DeclareAsync(FirstName(name), own, ConflictLevel.None);
        await DeclareAsync("Ade", camp, ConflictLevel.Conflict);
        Assert.Contains("Not yet: some members have not said who they are too close to.", (await yara.PressAsync(await yara.OpenAsync(Checks), "Let the panel read them")).Text, StringComparison.Ordinal);
        await DeclareAsync("Ade", drums, ConflictLevel.Know);
        Assert.Equal(["Hana K"], (await yara.OpenAsync(Checks)).Document.QuerySelectorAll("section[aria-labelledby=silent] li").Select(name => name.TextContent.Trim()));

        // Who cannot answer takes a break; the others need not wait.
        var hana = await WithDbAsync(db => db.PanelMembers.Where(one => one.DisplayName == "Hana K").Select(one => one.Id).SingleAsync());
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/{hana}"), "Takes a break");
        Assert.Contains("The panel can read now.", (await yara.PressAsync(await yara.OpenAsync(Checks), "Let the panel read them")).Text, StringComparison.Ordinal);
        Assert.Contains("We need it.", (await bo.OpenAsync($"{Reading}/{camp.Ref}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_panel_is_not_asked_while_a_group_can_still_put_something_right()
    {
        var (camp, _) = await CheckedAsync();
        await ChangeAsync(async db =>
        {
            (await db.Applications.SingleAsync(own => own.Id == camp.Id)).FindIneligible("A page is missing.", Clock.GetUtcNow());
            await db.AddAsync(new EligibilityQuery(camp.Id, "Send the page.", People["Yara"].Id, Clock.GetUtcNow().AddDays(5), Clock.GetUtcNow()));
        });
        var yara = await AsAsync("Yara");
        Assert.Contains("Not yet: every application has to be checked", (await yara.PressAsync(await yara.OpenAsync(Checks), "Ask the panel who is too close")).Text, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddDays(5));
        yara = await AsAsync("Yara");
        Assert.Contains("The members are asked.", (await yara.PressAsync(await yara.OpenAsync(Checks), "Ask the panel who is too close")).Text, StringComparison.Ordinal);
        Assert.Contains("This was done already", (await TamperAsync(yara, $"{CallPath}/interest-opening")).Text, StringComparison.Ordinal);
    }

    async Task<(Application Camp, Application Drums)> CheckedAsync()
    {
        var call = await CallAsync();
        var camp = await ApplicationAsync(call, "Camp", 500);
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        var drums = await ApplicationAsync(call, "Drums", 500);
        await MoveToAsync(CallCloses.AddDays(3));
        return (camp, drums);
    }
}
