using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tally;

namespace PB.Tests.Grants.Meetings;

public sealed class AfterTheMeetingTests : MeetingTest
{
    const string Reserve = CallPath + "/reserve";

    [Fact]
    public async Task When_there_is_money_again_the_panel_says_whether_the_next_gets_it_and_only_then_is_it_offered()
    {
        var stage = await WaitingAsync();
        var offer = $"{FundPath}/applications/{stage.Ref}/offer";
        await RunAsync<AskAboutReserves>();
        Assert.Equal(0, await WithDbAsync(db => db.Set<ReserveQuestion>().CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await PhoneAsync("Yara")).OpenAsync(offer)).Status);

        await ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, PotEntryKind.AdjustUp, new Money(1000_00), new EntryReason("More", People["Finn"].Id), Clock.GetUtcNow())).AsTask());
        await RunAsync<AskAboutReserves>();
        await RunAsync<AskAboutReserves>();
        Assert.Equal(9, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("reserve/"))));
        Assert.DoesNotContain("Stage", (await (await PhoneAsync("Jon")).OpenAsync(Reserve)).Text, StringComparison.Ordinal);
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee"])
            await AnswerAsync(name, "Yes");
        Assert.Equal(HttpStatusCode.NotFound, (await (await PhoneAsync("Yara")).OpenAsync(offer)).Status);
        await AnswerAsync("Eli", "Yes");
        Assert.Contains("Yes: 5. No: 0.", (await (await PhoneAsync("Gus")).OpenAsync(Reserve)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await PhoneAsync("Yara")).OpenAsync(offer)).Status);
    }

    [Fact]
    public async Task Minutes_are_agreed_once_more_than_half_of_those_who_were_there_say_so()
    {
        await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundByHandsAsync("Pitch", 5);
        await PressAsync("Yara", "End the meeting");
        foreach (var name in (string[])["Ade", "Bo", "Ade"])
            await PostAsync(name, $"{Room}/minutes/agreement");
        Assert.Contains("2 of 5 who were there have agreed so far.", (await (await PhoneAsync("Yara")).OpenAsync($"{Room}/minutes")).Text, StringComparison.Ordinal);
        await PostAsync("Gus", $"{Room}/minutes/agreement");
        Assert.Null(await AgreedAsync());
        await (await PhoneAsync("Cas")).PressAsync(await (await PhoneAsync("Cas")).OpenAsync($"{Room}/minutes"), "Yes, so it was");
        Assert.NotNull(await AgreedAsync());
    }

    [Fact]
    public async Task A_conflict_is_lowered_by_a_coordinator_and_the_chair_and_the_minutes_say_so_and_not_why()
    {
        var pitch = (await ApplyAsync(new CallRules(), ("Pitch", 1000), ("Stage", 800)))[0];
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        await DeclareAsync("Cas", pitch, ConflictLevel.Conflict);
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        var (yara, page) = (await PhoneAsync("Yara"), $"{CallPath}/interests");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("Cas", page, ("Application", $"{pitch.Id}"), ("Person", $"{People["Cas"].Id}"), ("Because", "No."))).Status);
        await yara.PressAsync(await yara.OpenAsync(page), "They know them, and can be fair", ("Because", "It was another family."));
        Assert.DoesNotContain("Pitch", (await (await PhoneAsync("Cas")).OpenAsync($"{CallPath}/reading")).Text, StringComparison.Ordinal);
        await (await PhoneAsync("Ade")).PressAsync(await (await PhoneAsync("Ade")).OpenAsync(page), "I agree");

        Assert.Contains("Pitch", (await (await PhoneAsync("Cas")).OpenAsync($"{CallPath}/reading")).Text, StringComparison.Ordinal);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        Assert.Contains("Cas M was too close to it, and is not any more: the chair and a coordinator agreed", string.Join('\n', await MinutesAsync("Bo")), StringComparison.Ordinal);
        Assert.DoesNotContain("another family", string.Join('\n', await MinutesAsync("Bo")), StringComparison.Ordinal);
    }

    Task<DateTimeOffset?> AgreedAsync() => WithDbAsync(db => db.Set<Meeting>().Select(meeting => meeting.MinutesAgreedAt).SingleAsync());

    async Task AnswerAsync(string name, string button) =>
        Assert.Contains("Your answer is in.", (await (await PhoneAsync(name)).PressAsync(await (await PhoneAsync(name)).OpenAsync(Reserve), button)).Text, StringComparison.Ordinal);

    /// <summary>The money went to two groups; the stage waits for the £1,000 that are not there. Jon has a conflict in it.</summary>
    async Task<Application> WaitingAsync()
    {
        await ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, PotEntryKind.AdjustDown, new Money(3500_00), new EntryReason("Less", People["Finn"].Id), Clock.GetUtcNow())).AsTask());
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 1000));
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        await DeclareAsync("Jon", all[1], ConflictLevel.Conflict);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        await FundByHandsAsync("Pitch", 5);
        await FundByHandsAsync("Stage", 5);
        await PressAsync("Yara", "End the meeting");
        await MoveToAsync(Publishes.AddDays(5));
        await PostAsync("Yara", $"{CallPath}/release");
        Assert.Equal(DecisionOutcome.Reserve, (await DecisionOnAsync(all[1])).Outcome);
        return all[1];
    }
}
