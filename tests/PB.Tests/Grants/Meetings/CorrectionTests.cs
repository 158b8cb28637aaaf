using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

public sealed class CorrectionTests : MeetingTest
{
    const string Decisions = CallPath + "/panel-decisions";

    List<Application> plans = [];

    [Fact]
    public async Task What_was_said_wrongly_is_voted_on_again_and_both_versions_stand_in_the_minutes_and_the_group_hears_it()
    {
        await DecideAsync();
        await ReleaseAsync();
        await SayWrongAsync("Ade", "We meant fifteen hundred.");
        Assert.Equal(HttpStatusCode.OK, (await OfferAsync()).Status);
        await SayWrongAsync("Yara", "I wrote the wrong line down.");
        Assert.Equal(HttpStatusCode.NotFound, (await OfferAsync()).Status);
        Assert.Contains("The panel looks at this once more.", (await Visitor().OpenAsync($"{CallPath}/decisions")).Text, StringComparison.Ordinal);

        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        Assert.DoesNotContain("Choir", (await LookAsync("Cas")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // What the first decision promised is free for the second, although the pot has £1,000 beside it.
        await FundByHandsAsync("Pitch", 5, "1500");
        Assert.Equal((DecisionOutcome.Part, 1500_00L), await DecisionOnAsync(plans[0]) is var now ? (now.Outcome, now.Amount.MinorUnits) : default);
        Assert.Contains(await MinutesAsync("Bo"), line => line.Contains("It was said wrongly before: Funded, £2,000. The chair: We meant fifteen hundred.", StringComparison.Ordinal));

        await PressAsync("Yara", "End the meeting");
        await ReleaseAsync();
        var letters = await WithDbAsync(db => db.Messages.Where(mail => mail.To == People["Lea"].Email && mail.Subject.Contains("what we wrote before was wrong")).Select(mail => mail.Body).ToListAsync());
        Assert.Contains("wants to fund a part of your plan", Assert.Single(letters), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await OfferAsync()).Status);
    }

    [Fact]
    public async Task Nobody_corrects_a_decision_alone_and_nothing_goes_out_while_it_is_wrong()
    {
        await DecideAsync();
        foreach (var (name, status) in new[] { ("Cas", HttpStatusCode.Forbidden), ("Alan", HttpStatusCode.Forbidden), ("Lea", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await PostAsync(name, Path, ("Because", "It is."))).Status);
        var empty = await PostAsync("Ade", Path, ("Because", " "));
        Assert.Equal(["Say what was wrong"], empty.Errors);
        Assert.Equal("Because-error", empty.Document.QuerySelector("#Because")!.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        await SayWrongAsync("Ade", "We meant fifteen hundred.");
        Assert.Contains("This was said already.", (await PostAsync("Ade", Path, ("Because", "Once more."))).Text, StringComparison.Ordinal);
        await SayWrongAsync("Yara", "I wrote the wrong line down.");

        await MoveToAsync(Clock.GetUtcNow().AddDays(8));
        var yara = await PhoneAsync("Yara");
        Assert.Contains("Not all decisions are final.", (await yara.PressAsync(await yara.OpenAsync(Decisions), "Release the decisions")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("decision/"))));
    }

    string Path => $"{Decisions}/{plans[0].Ref}/correction";

    async Task DecideAsync()
    {
        plans = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 2000), ("Choir", 2000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundByHandsAsync("Pitch", 5);
        await FundByHandsAsync("Choir", 5);
        await PressAsync("Yara", "End the meeting");
    }

    async Task SayWrongAsync(string name, string because)
    {
        var phone = await PhoneAsync(name);
        var page = await phone.PressAsync(await phone.OpenAsync(Path), "It was said wrongly", ("Because", because));
        Assert.Contains(because, page.Text, StringComparison.Ordinal);
    }

    async Task<Town.Page> OfferAsync() => await (await PhoneAsync("Yara")).OpenAsync($"{FundPath}/applications/{plans[0].Ref}/offer");

    async Task ReleaseAsync()
    {
        await MoveToAsync(Clock.GetUtcNow().AddDays(8));
        var yara = await PhoneAsync("Yara");
        Assert.Contains("decisions are out", (await yara.PressAsync(await yara.OpenAsync(Decisions), "Release the decisions")).Text, StringComparison.Ordinal);
    }
}
