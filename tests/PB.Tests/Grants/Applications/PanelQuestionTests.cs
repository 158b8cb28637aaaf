using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tests.Town;

namespace PB.Tests.Grants.Applications;

public sealed class PanelQuestionTests : CouncilTest
{
    const string Desk = CallPath + "/questions";

    Call call = null!;
    Application camp = null!;

    [Fact]
    public async Task A_question_and_its_answer_pass_a_coordinator_and_neither_side_learns_who_the_other_is()
    {
        await ReadAsync();
        var unwritten = await UnwrittenAsync();
        var (ade, bo, lea, yara) = (await AsAsync("Ade"), await AsAsync("Bo"), await AsAsync("Lea"), await AsAsync("Yara"));
        await ade.PressAsync(await ade.OpenAsync(Reading), "Send my question", ("question", "Who cooks at the camp?"));
        Assert.DoesNotContain("Who cooks", (await lea.OpenAsync(Own)).Text + (await bo.OpenAsync(Reading)).Text, StringComparison.Ordinal);

        await yara.PressAsync(await yara.OpenAsync(Desk), "Send it to the group");
        var letter = await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("grants/asked/") && mail.To == People["Lea"].Email).Select(mail => mail.Body).SingleAsync());
        Assert.Contains("Who cooks at the camp?", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Ade", letter + (await lea.OpenAsync(Own)).Text, StringComparison.Ordinal);

        await lea.PressAsync(await lea.OpenAsync(Own), "Send the answer", ("Answer", "Lea’s uncle, Tom Moss."));
        await yara.PressAsync(await yara.OpenAsync(Desk), "It names somebody: ask them to write it once more");
        Assert.DoesNotContain("Tom Moss", (await ade.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        await lea.PressAsync(await lea.OpenAsync(Own), "Send the answer", ("Answer", "A cook from our club."));
        Assert.DoesNotContain("A cook from", (await ade.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        await yara.PressAsync(await yara.OpenAsync(Desk), "Show it to the panel");

        foreach (var member in (Browser[])[ade, bo])
            Assert.Contains("A cook from our club.", (await member.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Moss", await AskOwnerAsync<string>("select string_agg(q::text, ' ') from grants.panel_questions q"), StringComparison.Ordinal);
        Assert.Equal(unwritten, await UnwrittenAsync());
    }

    [Fact]
    public async Task What_is_not_fair_is_stopped_with_a_reason_and_who_has_a_conflict_finds_no_trace()
    {
        await ReadAsync();
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        var (ade, yara) = (await AsAsync("Ade"), await AsAsync("Yara"));
        await ade.PressAsync(await ade.OpenAsync(Reading), "Send my question", ("question", "Are you the ones from Mill Lane?"));
        await yara.PressAsync(await yara.OpenAsync(Desk), "Stop it", ("because", "It would tell us who they are."));

        Assert.Contains("A coordinator did not pass it on: It would tell us who they are.", (await ade.OpenAsync(Reading)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mill Lane", (await (await AsAsync("Lea")).OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await TamperAsync(await AsAsync("Cas"), $"{Reading}/questions", ("question", "And?"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Finn")).OpenAsync(Desk)).Status);
    }

    [Fact]
    public async Task What_is_too_long_stays_where_it_was_typed()
    {
        await ReadAsync();
        var (ade, lea, yara, long501) = (await AsAsync("Ade"), await AsAsync("Lea"), await AsAsync("Yara"), new string('x', 501));
        var asked = await ade.PressAsync(await ade.OpenAsync(Reading), "Send my question", ("question", long501));
        Assert.Equal(["Write your question in 500 characters or fewer."], asked.Errors);
        Assert.Equal(long501, asked.Document.QuerySelector("#question")!.TextContent);

        await ade.PressAsync(asked, "Send my question", ("question", "Who cooks?"));
        foreach (var (because, fault) in new[] { (long501, "Say why in 500 characters or fewer."), ("", "Say why you stop it: whoever asked reads that.") })
        {
            var stopped = await yara.PressAsync(await yara.OpenAsync(Desk), "Stop it", ("because", because));
            Assert.Equal([fault], stopped.Errors);
            Assert.Equal(because, stopped.Document.QuerySelector("input[name=because]")!.GetAttribute("value"));
        }

        Assert.Equal(0, await WithDbAsync(db => db.Set<PanelQuestion>().CountAsync(question => question.StoppedAt != null)));
        await yara.PressAsync(await yara.OpenAsync(Desk), "Send it to the group");
        var answered = await lea.PressAsync(await lea.OpenAsync(Own), "Send the answer", ("Answer", new string('y', 2001)));
        Assert.Equal(["Write your answer in 2,000 characters or fewer."], answered.Errors);
        Assert.Equal(new string('y', 2001), answered.Document.QuerySelector("textarea[name=Answer]")!.TextContent);
    }

    string Reading => $"{CallPath}/reading/{camp.Ref}";

    string Own => $"/applications/{camp.Id}";

    async Task ReadAsync()
    {
        call = await CallAsync();
        camp = await ApplicationAsync(call, "Camp", 1000);
        await OpenMarkingAsync(call);
        await DeclareAsync("Ade", camp, ConflictLevel.None);
        await DeclareAsync("Bo", camp, ConflictLevel.None);
    }
}
