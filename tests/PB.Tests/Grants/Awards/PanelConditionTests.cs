using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Tests.Grants.Meetings;
using PB.Tests.Town;

namespace PB.Tests.Grants.Awards;

public sealed class PanelConditionTests : MeetingTest
{
    const string Decisions = CallPath + "/panel-decisions";

    Application pitch = null!;

    [Fact]
    public async Task What_the_panel_agrees_on_stands_in_the_offer_and_what_it_does_not_want_does_not()
    {
        await DecidedAsync();
        await ProposeAsync("Ask the neighbours first.");
        await ProposeAsync("Wear green shirts.");
        await AnswerAsync("Yes: Ask the neighbours first.", "Bo", "Cas", "Dee", "Eli", "Fay");
        await AnswerAsync("No: Wear green shirts.", "Bo", "Cas", "Dee", "Eli", "Fay");
        var page = await (await PhoneAsync("Gus")).OpenAsync(Path);
        Assert.Contains("Agreed: the offer says it", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not agreed", page.Text, StringComparison.Ordinal);

        var (yara, alan, lea) = (await PhoneAsync("Yara"), await PhoneAsync("Alan"), await PhoneAsync("Lea"));
        var draft = await yara.OpenAsync($"{FundPath}/applications/{pitch.Ref}/offer");
        Assert.Contains("The panel set these. They stand in the offer: Ask the neighbours first.", draft.Text, StringComparison.Ordinal);
        var written = await yara.PressAsync(draft, "Hand it to the accountable officer", ("Conditions[0].Text", "Show us your insurance."));
        await alan.PressAsync(await alan.OpenAsync(written.Path), "Sign the offer of £1,000");
        var offer = await lea.OpenAsync(written.Path);
        Assert.Contains("Ask the neighbours first.", offer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("green shirts", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Ask the neighbours first.", "Show us your insurance."], await WithDbAsync(db => db.Awards.SelectMany(award => award.Conditions).OrderBy(one => one.Number).Select(one => one.Text).ToListAsync()));
        Assert.Contains("The offer is written. Nobody can add a condition any more.", (await (await PhoneAsync("Ade")).OpenAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(["The offer is written. Nobody can add a condition any more."], (await PostAsync("Ade", Path, ("Text", "And one more."))).Errors);
    }

    [Fact]
    public async Task An_offer_waits_for_the_panels_answer_for_a_week_and_five_conditions_are_too_many()
    {
        await DecidedAsync();
        foreach (var number in (int[])[1, 2, 3, 4])
            await ProposeAsync($"Condition {number}.");
        Assert.Equal(["Four conditions are the most."], (await ProposeAsync("Condition 5.")).Errors);
        Assert.Equal(["Write down what they should do"], (await ProposeAsync(" ")).Errors);
        var tooLong = await ProposeAsync(new string('x', 501));
        Assert.Equal(["Write it in 500 characters or fewer"], tooLong.Errors);
        Assert.Contains(new string('x', 501), tooLong.Document.QuerySelector("textarea[name=Text]")!.TextContent, StringComparison.Ordinal);
        var yara = await PhoneAsync("Yara");
        var draft = await yara.OpenAsync($"{FundPath}/applications/{pitch.Ref}/offer");
        Assert.Equal(["The panel still says yes or no to a condition. Write the offer down when it has."], (await yara.PressAsync(draft, "Hand it to the accountable officer")).Errors);

        await MoveToAsync(Clock.GetUtcNow() + PanelCondition.Patience);
        var condition = await WithDbAsync(db => db.Set<PanelCondition>().Select(one => one.Id).FirstAsync());
        Assert.Equal(["This one is settled."], (await PostAsync("Bo", $"{Path}/{condition}", ("isYes", "true"))).Errors);
        Assert.Equal(["Press yes or no: nothing was chosen."], (await PostAsync("Bo", $"{Path}/{condition}")).Errors);
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync($"{FundPath}/applications/{pitch.Ref}/offer"), "Hand it to the accountable officer")).Errors);
        Assert.Equal(0, await WithDbAsync(db => db.Awards.SelectMany(award => award.Conditions).CountAsync()));
    }

    [Fact]
    public async Task Adults_read_conditions_and_write_none_and_who_has_a_conflict_finds_no_trace()
    {
        await DecidedAsync();
        var before = await UnwrittenAsync();
        await ProposeAsync("Ask the neighbours first.");
        Assert.Equal(before, await UnwrittenAsync());
        // Nine of the ten are asked; who wrote it down is not.
        var letters = await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("panel-condition/")).ToListAsync());
        Assert.Equal(9, letters.Count);
        Assert.All(letters, mail => Assert.DoesNotContain("Pitch", mail.Subject + mail.Body, StringComparison.Ordinal));
        await DeclareAsync("Jon", pitch, ConflictLevel.Conflict);
        foreach (var (name, read, write) in new[] { ("Yara", HttpStatusCode.OK, HttpStatusCode.Forbidden), ("Alan", HttpStatusCode.OK, HttpStatusCode.Forbidden), ("Bo", HttpStatusCode.OK, HttpStatusCode.OK), ("Cas", HttpStatusCode.OK, HttpStatusCode.Forbidden), ("Jon", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("Lea", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("Finn", HttpStatusCode.NotFound, HttpStatusCode.NotFound) })
            Assert.Equal((name, read, write), (name, (await (await PhoneAsync(name)).OpenAsync(Path)).Status, (await PostAsync(name, Path)).Status));
        var condition = await WithDbAsync(db => db.Set<PanelCondition>().SingleAsync());
        foreach (var (name, status) in new[] { ("Yara", HttpStatusCode.Forbidden), ("Jon", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await PostAsync(name, $"{Path}/{condition.Id}", ("isYes", "true"))).Status);
        await AnswerAsync("Yes: Ask the neighbours first.", "Bo", "Cas", "Dee", "Eli");
        foreach (var sql in (string[])["update grants.panel_conditions set text = 'Another'", "update grants.panel_conditions set agreed_at = null", "delete from grants.panel_conditions"])
            await Assert.ThrowsAnyAsync<PostgresException>(() => AskOwnerAsync<long>($"with x as ({sql} where true returning 1) select count(*) from x"));
    }

    string Path => $"{Decisions}/{pitch.Ref}/conditions";

    async Task<Page> ProposeAsync(string text)
    {
        // The vice-chair is on the list of those who lead, too.
        var ade = await PhoneAsync("Ade");
        await MoveToAsync(Clock.GetUtcNow().AddSeconds(1));
        return await ade.PressAsync(await ade.OpenAsync(Path), "Ask the panel", ("Text", text), ("Kind", "During"));
    }

    async Task AnswerAsync(string button, params string[] names)
    {
        foreach (var name in names)
        {
            var phone = await PhoneAsync(name);
            Assert.Empty((await phone.PressAsync(await phone.OpenAsync(Path), button)).Errors);
        }
    }

    /// <summary>The pitch is funded, and everybody was told.</summary>
    async Task DecidedAsync()
    {
        pitch = (await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000)))[0];
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundByHandsAsync("Pitch", 5);
        await PressAsync("Yara", "End the meeting");
        await MoveToAsync(Publishes.AddDays(5));
        await PostAsync("Yara", $"{CallPath}/release");
    }
}
