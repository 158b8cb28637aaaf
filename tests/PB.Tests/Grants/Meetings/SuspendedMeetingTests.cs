using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

public sealed class SuspendedMeetingTests : MeetingTest
{
    [Fact]
    public async Task A_meeting_that_stops_for_now_goes_on_where_it_was_with_its_quorum_and_with_those_out_of_the_room_who_are_too_close()
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 800));
        await DeclareAsync("Fay", all[0], ConflictLevel.Conflict);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        Assert.Contains("A vote is open. Close it first.", (await PressAsync("Yara", "Stop for now")).Text, StringComparison.Ordinal);
        await PressAsync("Ade", "Close the vote", ("Yes", "5"));
        Assert.DoesNotContain("Stop for now", (await LookAsync("Ade")).Text, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        await PressAsync("Yara", "Stop for now");
        Assert.Contains("We have stopped for now.", (await LookAsync("Cas")).Text, StringComparison.Ordinal);
        Assert.Contains("The meeting is not open.", (await PostAsync("Ade", $"{Room}/items/{await PitchAsync()}", ("move", "Defer"))).Text, StringComparison.Ordinal);
        Assert.Contains("Two adults have to be in the room.", (await PressAsync("Yara", "Go on with the meeting")).Text, StringComparison.Ordinal);
        await MoveToAsync(Clock.GetUtcNow().AddDays(2));
        await ComeAsync("Ade", "Bo", "Cas", "Yara", "Yusuf");
        Assert.Contains("There are too few members in the room.", (await PressAsync("Yara", "Go on with the meeting")).Text, StringComparison.Ordinal);
        await ComeAsync("Dee", "Eli", "Fay");
        await PressAsync("Yara", "Go on with the meeting");

        // Fay knows of no Pitch; the chair sees that the room is clear once more, and the vote of before stands.
        Assert.DoesNotContain("Pitch", (await LookAsync("Fay")).Text, StringComparison.Ordinal);
        await PressAsync("Ade", "They are out of the room");
        await PressAsync("Ade", "The room agreed on these lines", ("Yes", "5"));
        await SayAsync();
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        await PressAsync("Yara", "End the meeting");

        Assert.Equal(DecisionOutcome.Fund, (await DecisionOnAsync(all[0])).Outcome);
        var minutes = await MinutesAsync("Cas");
        Assert.Single(minutes, line => line.Contains("The meeting stopped for now", StringComparison.Ordinal));
        Assert.Single(minutes, line => line.Contains("The meeting goes on: 6 of 10 members are here", StringComparison.Ordinal));
        // Two hours, and not the two days between.
        var cas = await WithDbAsync(db => db.PanelMembers.Where(member => member.PersonId == People["Cas"].Id).Select(member => member.Id).SingleAsync());
        Assert.Equal((1, 2m), await WithDbAsync(async db => await TimeGiven.OfAsync(db, cas, default) is var given ? (given.Meetings, given.Hours) : default));
    }

    [Fact]
    public async Task What_stopped_for_now_can_end_too_and_what_was_open_is_put_off()
    {
        await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await PressAsync("Yara", "Stop for now");
        Assert.Contains("The meeting is not open.", (await PostAsync("Yara", $"{Room}/suspension")).Text, StringComparison.Ordinal);
        await PressAsync("Yara", "End the meeting");
        Assert.Contains("Your page was old", (await PostAsync("Yara", $"{Room}/suspension/end")).Text, StringComparison.Ordinal);
        Assert.NotNull(await WithDbAsync(db => db.Set<Item>().Select(item => item.DeferredAt).SingleAsync()));
        Assert.True(await WithDbAsync(db => db.Journal.AnyAsync(line => line.Act == "Interrupted a meeting of the panel")));
    }

    [Fact]
    public async Task Who_would_like_to_say_something_is_seen_in_turn_and_not_by_who_is_out_of_the_room()
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 800));
        await DeclareAsync("Fay", all[0], ConflictLevel.Conflict);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        await TurnToAsync("Pitch");
        var old = (await (await PhoneAsync("Fay")).Client.GetStringAsync(new Uri($"{Room}/version", UriKind.Relative)), await (await PhoneAsync("Ade")).Client.GetStringAsync(new Uri($"{Room}/version", UriKind.Relative)));
        foreach (var name in (string[])["Dee", "Cas"])
        {
            await MoveToAsync(Clock.GetUtcNow().AddSeconds(10));
            await PressAsync(name, "I want to say something");
        }

        Assert.Contains("Would like to say something: Dee S, Cas M", (await LookAsync("Ade")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dee S, Cas M", (await LookAsync("Fay")).Text, StringComparison.Ordinal);
        Assert.Contains("You cannot vote on this.", (await PostAsync("Fay", $"{Room}/hand")).Text, StringComparison.Ordinal);
        var now = (await (await PhoneAsync("Fay")).Client.GetStringAsync(new Uri($"{Room}/version", UriKind.Relative)), await (await PhoneAsync("Ade")).Client.GetStringAsync(new Uri($"{Room}/version", UriKind.Relative)));
        Assert.Equal((true, false), (old.Item1 == now.Item1, old.Item2 == now.Item2));

        Assert.Contains("The chair does that.", (await PostAsync("Eli", $"{Room}/hand/end", ("person", $"{People["Dee"].Id}"))).Text, StringComparison.Ordinal);
        Assert.Contains("something: Cas M", (await PressAsync("Ade", "Dee S has spoken")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Would like to say", (await PressAsync("Cas", "Take my hand down")).Text, StringComparison.Ordinal);
    }

    Task<Guid> PitchAsync() => WithDbAsync(db => db.Set<Item>().Where(item => item.Number == 1).Select(item => item.Id).SingleAsync());
}
