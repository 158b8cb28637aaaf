using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;

namespace PB.Tests.Grants.Awards;

public sealed class FeedbackTests : AwardTest
{
    static readonly (string, string?)[] Said =
    [
        ("Strength", "You know who comes."), ("OtherStrength", "You asked the neighbours."), ("Improve", "Say what you do when it rains."),
        ("Bands[0]", "Strong"), ("Bands[1]", "Good"), ("Bands[2]", "Some"), ("Bands[3]", "Little"),
    ];

    [Fact]
    public async Task Scenario_32_A_group_that_was_not_funded_reads_two_strengths_one_thing_to_improve_and_bands_once_another_coordinator_has_read_them()
    {
        var project = await DecidedAsync();
        var path = $"{FundPath}/applications/{project.Ref}/feedback";
        var (yara, lea) = (await AsAsync("Yara"), await AsAsync("Lea"));
        Assert.Contains("by 29 April 2027", (await yara.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(["Write a second thing that is strong"], (await yara.PressAsync(await yara.OpenAsync(path), "Keep it for another coordinator to read", [.. Said.Where(word => word.Item1 != "OtherStrength")])).Errors);
        var kept = await yara.PressAsync(await yara.OpenAsync(path), "Keep it for another coordinator to read", Said);
        Assert.DoesNotContain("I have read it: let the group read it", Buttons(kept));
        Assert.Equal(HttpStatusCode.NotFound, (await lea.OpenAsync(path)).Status);

        Assert.Equal(["You wrote this. Another coordinator has to read it before it goes out."], (await TamperAsync(yara, $"{path}/sending")).Errors);
        var yusuf = await AsAsync("Yusuf");
        await yusuf.PressAsync(await yusuf.OpenAsync(path), "I have read it: let the group read it");
        foreach (var late in new[] { await TamperAsync(yusuf, $"{path}/sending"), await TamperAsync(yara, path, Said) })
            Assert.Equal(["The group has this feedback already."], late.Errors);
        var read = await lea.OpenAsync(path);
        foreach (var words in (string[])["You know who comes.", "You asked the neighbours.", "Say what you do when it rains.", "Need Strong", "Young-led Good", "Value Some", "Plan Little"])
            Assert.Contains(words, read.Text, StringComparison.Ordinal);
        foreach (var name in Young.Concat(["Yara", "Yusuf"]))
            Assert.DoesNotContain(name, read.Text, StringComparison.Ordinal);
        Assert.Equal(["lea-moss@example.org", "sue-hart@example.org"], await WithDbAsync(db => db.Messages.Where(m => m.Key.StartsWith("feedback/")).Select(m => m.To).Order().ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Max")).OpenAsync(path)).Status);
    }

    [Fact]
    public async Task An_appeal_is_about_the_way_to_a_decision_in_ten_working_days_and_somebody_without_a_part_in_it_answers()
    {
        var project = await DecidedAsync();
        var path = $"{FundPath}/applications/{project.Ref}/appeal";
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Yara")).OpenAsync(path)).Status);
        var lea = await AsAsync("Lea");
        Assert.Equal(["Choose what went wrong", "Write what went wrong"], (await lea.PressAsync(await lea.OpenAsync(path), "Send my appeal")).Errors);
        await lea.PressAsync(await lea.OpenAsync(path), "Send my appeal", ("Ground", "WrongCount"), ("Reason", "Only two were in the room."));

        var yara = await AsAsync("Yara");
        Assert.DoesNotContain("Send the answer", Buttons(await yara.OpenAsync(path)));
        var alan = await AsAsync("Alan");
        await alan.PressAsync(await alan.OpenAsync(path), "Send the answer", ("Outcome", "Upheld"), ("Answer", "There were too few. The panel votes again."));
        Assert.Contains("You are right: the panel votes again", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);

        var late = await DecidedAsync("Boats");
        await MoveToAsync(Publishes.AddDays(20));
        Assert.Equal(HttpStatusCode.NotFound, (await lea.OpenAsync($"{FundPath}/applications/{late.Ref}/appeal")).Status);
    }

    // Decided and published; the panel said no.
    async Task<Application> DecidedAsync(string title = "Bikes")
    {
        var project = await ApplicationAsync(Call, title, 1000);
        await MoveToAsync(Publishes);
        await ChangeAsync(async db => (await db.Calls.SingleAsync(call => call.Id == Call.Id)).Publish(Publishes));
        return project;
    }
}
