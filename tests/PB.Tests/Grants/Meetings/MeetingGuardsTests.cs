using Microsoft.EntityFrameworkCore;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

/// <summary>What a meeting does not let anybody do out of turn, whatever page or form they send it with.</summary>
public sealed class MeetingGuardsTests : MeetingTest
{
    [Fact]
    public async Task Nothing_in_a_meeting_happens_out_of_turn()
    {
        await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 2000), ("Stage", 2000), ("Bikes", 2000));
        var yara = await PhoneAsync("Yara");
        Room = (await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"))).Path;
        var pitch = (await WithDbAsync(db => db.Set<Item>().Where(item => db.Applications.Any(own => own.Id == item.ApplicationId && own.Title == "Pitch")).SingleAsync())).Id;
        await ComeAsync("Ade", "Bo", "Yara", "Yusuf");
        await RefusedAsync("There are too few members in the room.", "Yara", "opening");
        await RefusedAsync("The meeting is not open.", "Ade", $"items/{pitch}", ("move", "Begin"));
        await ComeAsync("Cas", "Dee", "Eli");
        await PressAsync("Yara", "Open the meeting");

        await RefusedAsync("There is not enough money for all of them.", "Ade", "votes", ("stage", "FundAll"));
        await RefusedAsync("Your page was old", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Fund"));
        await PressAsync("Ade", "Talk about this one: Pitch");
        await RefusedAsync("First see that those who are too close to it are out of the room.", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Fund"));
        await RefusedAsync("Finish what you are talking about first.", "Ade", "votes", ("stage", "FundAll"));
        await RefusedAsync("Finish what you are talking about first.", "Yara", "opening/end");
        await PressAsync("Ade", "Go on");
        await RefusedAsync("There is no other panel to hand it to.", "Ade", $"items/{pitch}", ("move", "HandOver"));
        await RefusedAsync("That is not the next step.", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Amount"));
        await RefusedAsync("That is not the next step.", "Ade", $"items/{pitch}/decision", ("Reason", "We want it."));
        await PressAsync("Yara", "Has left", ("person", $"{People["Yusuf"].Id}"));
        await RefusedAsync("Two adults have to be in the room.", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Fund"));
        await ComeAsync("Yusuf");

        await AskAsync("Ask: shall we fund it?");
        var vote = (await WithDbAsync(db => db.Set<Vote>().SingleAsync())).Id;
        await RefusedAsync("A vote is open. Close it first.", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Fund"));
        await RefusedAsync("A vote is open. Close it first.", "Ade", $"items/{pitch}/decision", ("Reason", "We want it."));
        await RefusedAsync("Too few have voted.", "Ade", $"votes/{vote}", ("Yes", "2"));
        await RefusedAsync("Too few have voted.", "Ade", $"votes/{vote}", ("Yes", "9"));
        await PressAsync("Ade", "Close the vote", ("No", "5"));
        await RefusedAsync("Your page was old", "Ade", $"votes/{vote}", ("Yes", "5"));
        await SayAsync();
        await PressAsync("Yara", "End the meeting");
        await RefusedAsync("The meeting is not open.", "Ade", "votes", ("item", $"{pitch}"), ("stage", "Fund"));
        Assert.Equal(1, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
    }

    async Task RefusedAsync(string why, string name, string part, params (string, string?)[] fields) =>
        Assert.Contains(why, (await PostAsync(name, $"{Room}/{part}", fields)).Text, StringComparison.Ordinal);
}
