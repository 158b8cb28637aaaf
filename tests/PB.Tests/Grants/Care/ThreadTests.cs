using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Care;

public sealed class ThreadTests : CouncilTest
{
    const string Threads = FundPath + "/threads", Moderation = FundPath + "/moderation";

    [Fact]
    public async Task Two_adults_read_every_conversation_and_the_database_holds_to_it()
    {
        var yara = await AsAsync("Yara");
        var form = await yara.OpenAsync($"{Threads}/new");
        Assert.Equal(["Choose a second adult: two adults read every conversation"],
            (await yara.PressAsync(form, "Start it", ("Subject", "The meeting"), ("Members", $"{People["Ade"].Id}"))).Errors);
        var path = await StartAsync();
        Assert.Contains("Who reads it: ", (await (await AsAsync("Ade")).OpenAsync(path)).Text, StringComparison.Ordinal);

        foreach (var change in new[] { "update grants.thread_members set left_at = now() where is_adult", "delete from grants.thread_members where is_adult", "update grants.thread_members set is_adult = true" })
            await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync(change)));
    }

    [Fact]
    public async Task A_message_is_read_by_a_coordinator_before_the_others_see_it()
    {
        var path = await StartAsync();
        var (ade, bo, yara, yusuf) = (await AsAsync("Ade"), await AsAsync("Bo"), await AsAsync("Yara"), await AsAsync("Yusuf"));
        await ade.PressAsync(await ade.OpenAsync(path), "Send it", ("message", "Where do we meet?"));
        Assert.Contains("Where do we meet?", (await ade.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Where do we meet?", (await yusuf.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync(Moderation)).Status);

        await yara.PressAsync(await yara.OpenAsync(Moderation), "Let it out");
        Assert.Contains("Where do we meet?", (await yusuf.OpenAsync(path)).Text, StringComparison.Ordinal);
        await yara.PressAsync(await yara.OpenAsync(path), "Send it", ("message", "In the hall."));
        Assert.Equal(["You wrote this yourself. Somebody else has to read it."], (await yara.PressAsync(await yara.OpenAsync(Moderation), "Let it out")).Errors);
        await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync("update grants.thread_messages set released_at = now(), moderated_by = author_id where released_at is null")));
        await yusuf.PressAsync(await yusuf.OpenAsync(Moderation), "Keep it back");
        Assert.DoesNotContain("In the hall.", (await ade.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_can_be_checked_by_anybody_who_has_its_code()
    {
        await SitAsync();
        var yara = await AsAsync("Yara");
        var page = await yara.PressAsync(await yara.OpenAsync($"{FundPath}/certificates"), "Make a certificate: Ade B");
        var code = page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(href => href.StartsWith("/certificates/", StringComparison.Ordinal));
        var seen = await Visitor().OpenAsync(code);
        Assert.Contains("Ade B took part", seen.Text, StringComparison.Ordinal);
        Assert.Contains("One meeting of the panel. Hours: 1.5.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("You were in one meeting. Hours: 1.5.", (await (await AsAsync("Ade")).OpenAsync($"{PanelPath}/my-place")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bello", seen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/certificates/abcdefgh")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Ade")).OpenAsync($"{FundPath}/certificates")).Status);
    }

    /// <summary>Ade is there before the meeting opens, goes out for a while and comes back; it takes two hours.</summary>
    async Task SitAsync()
    {
        var (call, now, ade) = (await CallAsync(), Clock.GetUtcNow(), People["Ade"].Id);
        var meeting = new Meeting(call, Panel.Id, new MeetingPlan(now, "Town hall", "seed", People["Yara"].Id), now);
        meeting.Come(ade, AttendanceKind.Member, now.AddMinutes(-20));
        meeting.Open(now);
        meeting.Go(ade, now.AddMinutes(60));
        meeting.Come(ade, AttendanceKind.Member, now.AddMinutes(90));
        meeting.Close(now.AddMinutes(120));
        await ChangeAsync(db => db.AddAsync(meeting).AsTask());
    }

    async Task<string> StartAsync()
    {
        var yara = await AsAsync("Yara");
        return (await yara.PressAsync(await yara.OpenAsync($"{Threads}/new"), "Start it", ("Subject", "The meeting"), ("Members", $"{People["Ade"].Id}"), ("Members", $"{People["Yusuf"].Id}"))).Path;
    }
}
