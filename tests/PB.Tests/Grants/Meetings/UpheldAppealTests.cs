using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Tests.Grants.Meetings;

public sealed class UpheldAppealTests : MeetingTest
{
    [Fact]
    public async Task An_upheld_appeal_puts_the_application_on_the_agenda_once_more_and_its_new_decision_is_told_too()
    {
        var pitch = await RefusedAsync(signed: false);
        await LodgeAsync(pitch);
        Assert.Single(await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("appeal-lodged/")).ToListAsync()));
        Assert.DoesNotContain("once more", (await Visitor().OpenAsync($"{CallPath}/decisions")).Text, StringComparison.Ordinal);
        await AnswerAsync("Alan", pitch, "Upheld");
        Assert.Contains("Sport: 1 The panel looks at one of them once more.", (await Visitor().OpenAsync($"{CallPath}/decisions")).Text, StringComparison.Ordinal);

        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        Assert.Contains("Pitch", (await LookAsync("Cas")).Text, StringComparison.Ordinal);
        await FundByHandsAsync("Pitch", 5);
        await PressAsync("Yara", "End the meeting");
        await ReleaseAsync();

        var told = await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("decision/") && mail.To == "lea-moss@example.org").OrderBy(mail => mail.Id).Select(mail => mail.Body).ToListAsync());
        Assert.Equal(2, told.Count);
        Assert.Contains(told, body => body.Contains("wants to fund your whole plan", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await (await PhoneAsync("Yara")).OpenAsync($"{FundPath}/applications/{pitch.Ref}/offer")).Status);
        Assert.Contains("There is nothing to decide", string.Join(' ', (await CallAgainAsync()).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_had_a_part_in_a_decision_does_not_answer_the_appeal()
    {
        var pitch = await RefusedAsync(signed: true);
        await LodgeAsync(pitch);
        var (alan, path) = (await PhoneAsync("Alan"), Path(pitch));
        var page = await alan.OpenAsync(path);
        Assert.Contains("You had a part in this decision, so another accountable officer answers.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the answer", page.Text, StringComparison.Ordinal);
        Assert.Equal(["You had a part in this decision, so another accountable officer answers."], (await PostAsync("Alan", $"{path}/answer", ("Outcome", "Upheld"), ("Answer", "Yes."))).Errors);
        Assert.Null((await WithDbAsync(db => db.ProcessAppeals.SingleAsync())).AnsweredAt);
    }

    static string Path(Application own) => $"{FundPath}/applications/{own.Ref}/appeal";

    /// <summary>The panel said no, and everybody was told.</summary>
    async Task<Application> RefusedAsync(bool signed)
    {
        var pitch = (await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000)))[0];
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await PressAsync("Ade", "Close the vote", ("No", "5"));
        await SayAsync("We do not see who needs it.");
        await PressAsync("Yara", "End the meeting");
        if (signed)
            await PostAsync("Alan", $"{CallPath}/panel-decisions/{pitch.Ref}/signature");
        await ReleaseAsync();
        return pitch;
    }

    async Task ReleaseAsync()
    {
        await MoveToAsync(Clock.GetUtcNow().AddDays(8));
        var yara = await PhoneAsync("Yara");
        Assert.Contains("1 decisions are out", (await yara.PressAsync(await yara.OpenAsync($"{CallPath}/panel-decisions"), "Release the decisions")).Text, StringComparison.Ordinal);
    }

    async Task LodgeAsync(Application own)
    {
        var lea = await PhoneAsync("Lea");
        await lea.PressAsync(await lea.OpenAsync(Path(own)), "Send my appeal", ("Ground", "WrongFacts"), ("Reason", "The panel was told that we have a pitch."));
    }

    async Task AnswerAsync(string name, Application own, string outcome)
    {
        var officer = await PhoneAsync(name);
        Assert.Empty((await officer.PressAsync(await officer.OpenAsync(Path(own)), "Send the answer", ("Outcome", outcome), ("Answer", "So it was."))).Errors);
    }

    async Task<Town.Page> CallAgainAsync()
    {
        var yara = await PhoneAsync("Yara");
        return await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"));
    }
}
