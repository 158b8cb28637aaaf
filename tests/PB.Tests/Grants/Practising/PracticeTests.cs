using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Marking;
using PB.Grants.Panels;
using PB.Tests.Town;

namespace PB.Tests.Grants.Practising;

public sealed class PracticeTests : CouncilTest
{
    const string Practices = PanelPath + "/practices";

    [Fact]
    public async Task A_newcomer_marks_made_up_plans_sees_the_agreed_marks_after_and_the_coordinator_sees_that_it_is_done()
    {
        var max = await NewcomerAsync();
        var (yara, unwritten) = (await AsAsync("Yara"), await UnwrittenAsync());
        await yara.PressAsync(await yara.OpenAsync(Practices), "Open the practice", ("Title", "Autumn practice"), ("WithExamples", "true"));
        var member = await WithDbAsync(db => db.PanelMembers.Where(m => m.PersonId == People["Max"].Id).Select(m => m.Id).SingleAsync());
        Assert.Contains("Practice, as a part of the trainingNot yet", (await yara.OpenAsync($"{PanelPath}/members/{member}")).Text, StringComparison.Ordinal);

        var first = (await max.OpenAsync(Practices)).Document.QuerySelector($"a[href^='{Practices}/']")!.GetAttribute("href")!;
        var page = await max.OpenAsync(first);
        Assert.DoesNotContain("They asked people, they run it", page.Text, StringComparison.Ordinal);
        Assert.Equal(["You left too much out: give at least 70 of the 100 points a mark"], (await MarkAsync(max, first, "4", "?", "?", "2")).Errors);
        page = await MarkAsync(max, first, "4", "5", "3", "2");
        Assert.Contains("They asked people, they run it", page.Text, StringComparison.Ordinal);
        Assert.Contains("Together, of 100 74.0 92.0", page.Text, StringComparison.Ordinal);
        foreach (var number in (int[])[2, 3])
            await MarkAsync(max, $"{first[..^1]}{number}", "3", "3", "3", "?");

        Assert.Contains("You have finished it", (await max.OpenAsync(Practices)).Text, StringComparison.Ordinal);
        Assert.Contains("Practice, as a part of the trainingDone on", (await yara.OpenAsync($"{PanelPath}/members/{member}")).Text, StringComparison.Ordinal);
        Assert.Contains("Max O", (await yara.OpenAsync(Practices)).Text, StringComparison.Ordinal);
        // A coordinator sees who has finished, and nobody's marks; and nothing of it counts as marks.
        Assert.Equal(HttpStatusCode.NotFound, (await yara.OpenAsync(first)).Status);
        Assert.Equal((0, 0), (await WithDbAsync(db => db.Set<Card>().CountAsync()), await WithDbAsync(db => db.Set<Mark>().CountAsync())));
        Assert.Equal(unwritten, await UnwrittenAsync());
    }

    [Fact]
    public async Task A_fund_writes_its_own_examples_until_somebody_has_marked_one_and_strangers_see_none()
    {
        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync(Practices), "Open the practice", ("Title", "Ours"), ("WithExamples", null));
        await ExampleAsync(yara, "A dance day");
        var ade = await AsAsync("Ade");
        var first = (await ade.OpenAsync(Practices)).Document.QuerySelector($"a[href^='{Practices}/']")!.GetAttribute("href")!;
        Assert.Contains("We want to dance.", (await MarkAsync(ade, first, "1", "2", "3", "4")).Text, StringComparison.Ordinal);

        Assert.Equal(["Somebody has marked it already: it stays as it is. Open another one."], (await ExampleAsync(yara, "A second one")).Errors);
        foreach (var name in (string[])["Lea", "Finn"])
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await (await AsAsync(name)).OpenAsync(Practices)).Status, (await (await AsAsync(name)).OpenAsync(first)).Status));
        await yara.PressAsync(await yara.OpenAsync(Practices), "Close it: Ours");
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Bo")).OpenAsync(first)).Status);
    }

    // On the panel, and neither trained nor with the rules signed.
    async Task<Browser> NewcomerAsync()
    {
        await ChangeAsync(db =>
        {
            var member = new PanelMember(Panel.Id, "Max O", Seated("Max Orr", PanelRole.Trainee, Clock.GetUtcNow()).BornOn, PanelRole.Trainee, Clock.GetUtcNow());
            member.Join(People["Max"].Id, Clock.GetUtcNow());
            db.Add(member);
            return Task.CompletedTask;
        });
        return await AsAsync("Max");
    }

    static async Task<Page> MarkAsync(Browser who, string path, params string[] marks) =>
        await who.PressAsync(await who.OpenAsync(path), "Hand in my marks", [.. marks.Select((mark, index) => ($"Marks[{index}]", (string?)mark))]);

    static async Task<Page> ExampleAsync(Browser yara, string title) => await yara.PressAsync(await yara.OpenAsync(Practices), "Add the example",
        ("Title", title), ("Body", "We want to dance."), ("Need", "2"), ("YoungLed", "3"), ("Value", "4"), ("Plan", "5"), ("Why", "So we think."));
}
