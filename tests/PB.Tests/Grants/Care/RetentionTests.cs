using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Grants.Marking;
using PB.Tests.Town;

namespace PB.Tests.Grants.Care;

public sealed class RetentionTests : CouncilTest
{
    [Fact]
    public async Task A_year_after_the_decisions_nobody_can_say_whose_marks_were_whose_and_the_averages_stay()
    {
        var call = await CallAsync();
        var (camp, drums) = (await ApplicationAsync(call, "Camp", 1000), await ApplicationAsync(call, "Drums", 800));
        await OpenMarkingAsync(call);
        await DeclareAllAsync(camp, drums);
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
        foreach (var (application, name, value) in new[] { (camp, "Ade", 5), (drums, "Ade", 4), (camp, "Bo", 2), (drums, "Bo", 3), (camp, "Cas", 1), (drums, "Dee", 5) })
            await CardAsync(call, application, name, value);
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        await MoveToAsync(Publishes);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        var yara = await AsAsync("Yara");
        var before = Averages(await yara.OpenAsync($"{CallPath}/marks"));
        Assert.Equal(2, before.Count);
        await Assert.ThrowsAnyAsync<PostgresException>(() => AskOwnerAsync<long>("with x as (update grants.cards set person_id = null, marker_code = gen_random_uuid(), comment = '', note = '' returning 1) select count(*) from x"));

        await MoveToAsync(Publishes.AddYears(1));
        await RunAsync<ArchiveCalls>();
        Assert.Equal(6, await AskOwnerAsync<long>("select count(person_id) from grants.cards"));
        await MoveToAsync(Publishes.AddYears(1).AddMinutes(1));
        await RunAsync<ArchiveCalls>();
        await RunAsync<ArchiveCalls>();
        Assert.Contains("Finished and put away", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);

        Assert.Equal((0L, 6L, 4L, 0L), (await AskOwnerAsync<long>("select count(person_id) from grants.cards"), await AskOwnerAsync<long>("select count(*) from grants.cards"),
            await AskOwnerAsync<long>("select count(distinct marker_code) from grants.cards"), await AskOwnerAsync<long>("select count(*) from grants.cards where comment <> '' or note <> ''")));
        Assert.Equal(before, Averages(await (await AsAsync("Yara")).OpenAsync($"{CallPath}/marks")));
        foreach (var name in Young)
            Assert.Equal(0, await AskOwnerAsync<long>($"select count(*) from grants.cards c where c.marker_code = '{People[FirstName(name)].Id}'"));
        var progress = await (await AsAsync("Yara")).OpenAsync($"{CallPath}/marking-progress");
        Assert.DoesNotContain(progress.Document.QuerySelectorAll("tbody td"), cell => cell.TextContent.Contains('✓', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worry_is_deleted_so_many_months_after_it_was_closed_as_the_body_says_and_never_before()
    {
        var visitor = Visitor();
        foreach (var text in (string[])["Somebody waits outside.", "Somebody follows us."])
            await visitor.PressAsync(await visitor.OpenAsync($"{FundPath}/worries/new"), "Send it to the safeguarding lead", ("Text", text));
        await ChangeAsync(async db =>
        {
            var first = await db.Worries.OrderBy(worry => worry.Id).FirstAsync();
            first.See(People["Dana"].Id, Clock.GetUtcNow());
            first.Close(People["Dana"].Id, Clock.GetUtcNow());
        });
        var closed = Clock.GetUtcNow();
        await MoveToAsync(closed.AddMonths(17));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(2, await CountAsync());

        var yara = await AsAsync("Yara");
        Assert.Equal(["Write a number of months from 1 to 1,200, or leave it empty"], (await KeepAsync(yara, "0")).Errors);
        Assert.Empty((await KeepAsync(yara, "18")).Errors);
        Assert.Equal("18", (await yara.OpenAsync($"{FundPath}/setup")).Document.QuerySelector("input[name=WorriesKeptMonths]")!.GetAttribute("value"));
        await MoveToAsync(closed.AddMonths(18));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(2, await CountAsync());
        await MoveToAsync(closed.AddMonths(18).AddMinutes(1));
        await RunAsync<ForgetGrantPapers>();
        // The other one is still open: it stays however old it is.
        Assert.Equal(1, await CountAsync());
    }

    static async Task<Page> KeepAsync(Browser yara, string months) => await yara.PressAsync(await yara.OpenAsync($"{FundPath}/setup"), "Save", ("WorriesKeptMonths", months));

    Task<int> CountAsync() => WithDbAsync(db => db.Worries.CountAsync());

    static List<string> Averages(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    Task CardAsync(Call call, Application application, string name, int value) => ChangeAsync(db =>
    {
        var card = new Card(application.Id, People[name].Id, Clock.GetUtcNow());
        foreach (var criterion in call.Criteria)
            card.Answer(criterion.Id, value);
        card.Say("A good plan.", "Ask about the rain.");
        card.HandIn(Clock.GetUtcNow());
        db.Add(card);
        return Task.CompletedTask;
    });
}
