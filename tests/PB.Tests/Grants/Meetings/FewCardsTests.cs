using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Grants.Panels;

namespace PB.Tests.Grants.Meetings;

public sealed class FewCardsTests : MeetingTest
{
    const string Anyway = CallPath + "/meetings/anyway";

    protected override int Promised => 1;

    [Fact]
    public async Task No_meeting_is_called_on_what_few_have_marked_before_chair_and_coordinator_have_both_said_why()
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 800));
        await MarkAsync(all[1]);
        Assert.Equal(["Too few have marked some of them. The chair and a coordinator both have to say first why you meet all the same."], (await CallMeetingAsync()).Errors);

        Assert.Equal(["Say why, in 500 characters or fewer"], (await SayWhyAsync("Yara", "")).Errors);
        await SayWhyAsync("Yara", "It was the week of the exams.");
        Assert.NotEmpty((await CallMeetingAsync()).Errors);
        Assert.DoesNotContain("Stage", (await (await PhoneAsync("Ade")).OpenAsync(Anyway)).Text, StringComparison.Ordinal);
        Assert.Contains("Few have marked some: say why we meet", (await (await PhoneAsync("Ade")).OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        foreach (var (name, status) in new[] { ("Cas", HttpStatusCode.Forbidden), ("Alan", HttpStatusCode.NotFound), ("Lea", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await (await PhoneAsync(name)).OpenAsync(Anyway)).Status);
        await SayWhyAsync("Ade", "Most of us have seen the place.");

        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        var minutes = await MinutesAsync("Cas");
        Assert.Contains(minutes, line => line.EndsWith("Few have marked this one. A coordinator: It was the week of the exams.", StringComparison.Ordinal));
        Assert.Contains(minutes, line => line.EndsWith("Few have marked this one. The chair: Most of us have seen the place.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_of_the_panel_can_decide_goes_to_the_other_panel_when_the_meeting_ends()
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 800));
        await MarkAsync(all[1]);
        var county = new Panel(Fund.Id, "The county panel", "county", Clock.GetUtcNow());
        await ChangeAsync(async db =>
        {
            await db.AddAsync(county);
            await db.SaveChangesAsync();
            (await db.Panels.SingleAsync(one => one.Id == Panel.Id)).HandOverTo(county.Id);
        });
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        foreach (var name in All)
            await DeclareAsync(FirstName(name), all[0], ConflictLevel.Conflict);
        await SayWhyAsync("Yara", "It is the team of all of us.");

        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await PressAsync("Yara", "End the meeting");

        Assert.Equal([county.Id, null], await WithDbAsync(db => db.Set<Item>().OrderBy(item => item.ApplicationId == all[1].Id).Select(item => item.HandedTo).ToListAsync()));
        Assert.Contains(await MinutesAsync("Yara"), line => line.EndsWith("Handed over to The county panel", StringComparison.Ordinal));
    }

    async Task<Town.Page> CallMeetingAsync()
    {
        var yara = await PhoneAsync("Yara");
        return await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"));
    }

    async Task<Town.Page> SayWhyAsync(string name, string because)
    {
        var phone = await PhoneAsync(name);
        return await phone.PressAsync(await phone.OpenAsync(Anyway), "Talk about it all the same: Pitch", ("because", because));
    }

    /// <summary>Bo has marked one of them in time.</summary>
    async Task MarkAsync(Application application)
    {
        var (now, soon) = (Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(1));
        await ChangeAsync(async db =>
        {
            var call = await db.Calls.SingleAsync();
            call.Schedule(call.Dates with { MarkingClosesAt = soon, MeetingOn = soon });
        });
        var card = new Card(application.Id, People["Bo"].Id, now);
        card.HandIn(now);
        await ChangeAsync(db => db.AddAsync(card).AsTask());
        await MoveToAsync(soon);
    }
}
