using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Rounds;

public sealed class ChoosingARuleTests : TownTest
{
    const string Ballot = "/rounds/eastfield-2028/setup/ballot";

    [Fact]
    public async Task A_manager_chooses_a_rule_from_cards_and_residents_read_it_in_words()
    {
        var manager = await DraftAsync();
        var page = await manager.OpenAsync(Ballot);
        Assert.Equal(6, page.Document.QuerySelectorAll("input[name=Rule]").Length);
        Assert.Equal("MostVotes", page.Document.QuerySelector("input[name=Rule][checked]")!.GetAttribute("value"));
        foreach (var card in page.Document.QuerySelectorAll("input[name=Rule]"))
            Assert.Contains("People will ask:", page.Document.GetElementById(card.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);

        Assert.Empty((await manager.PressAsync(page, "Save and go on", ("Rule", "EqualShares"), ("MaxChoices", "3"))).Errors);

        Assert.Equal(CountingRule.EqualShares, await WithDbAsync(db => db.Rounds.Where(r => r.Slug == "eastfield-2028").Select(r => r.Rules.Rule).SingleAsync()));
        Assert.Equal("EqualShares", (await manager.OpenAsync(Ballot)).Document.QuerySelector("input[name=Rule][checked]")!.GetAttribute("value"));
        var seen = await manager.OpenAsync("/rounds/eastfield-2028");
        Assert.Contains("We divide the pot equally: every voter has the same share to spend.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("we pass over it", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_there_is_not_is_sent_back()
    {
        var manager = await DraftAsync();
        var page = await manager.PressAsync(await manager.OpenAsync(Ballot), "Save and go on", ("Rule", "99"));
        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task A_published_round_is_counted_again_by_each_rule_and_its_result_stays()
    {
        await PastAsync(publish: true);
        var manager = await DraftAsync();
        var stored = await WithDbAsync(db => db.Results.Select(r => r.Document).SingleAsync());

        var page = await manager.OpenAsync($"{Ballot}/trial");
        Assert.Equal(["Eastfield 2027"], page.Document.QuerySelectorAll("#past option").Select(option => option.TextContent));
        page = await manager.OpenAsync($"{Ballot}/trial?past=eastfield-2027");

        Assert.Contains("6 people voted on 3 projects and £90.", page.Text, StringComparison.Ordinal);
        var rules = page.Document.QuerySelectorAll("#outcomes ~ table tbody tr").Select(row => Words(row.TextContent)).ToList();
        Assert.Equal(6, rules.Count);
        Assert.Equal("Most votes first The rule of this round 2 £90 2 1.2", rules[0]);
        Assert.Equal("Equal shares 2 £90 0 1.0", rules[2]);
        var park = page.Document.QuerySelectorAll("#differences ~ div tbody tr").Select(row => Words(row.TextContent)).Single(row => row.StartsWith("3. Park", StringComparison.Ordinal));
        Assert.StartsWith("3. Park 2 £30 Not funded", park, StringComparison.Ordinal);
        Assert.Contains(" Funded", park, StringComparison.Ordinal);
        Assert.Equal(stored, await WithDbAsync(db => db.Results.Select(r => r.Document).SingleAsync()));
    }

    [Fact]
    public async Task An_open_round_and_one_whose_result_is_not_out_cannot_be_tried()
    {
        await PastAsync(publish: false);
        var manager = await DraftAsync();

        Assert.Contains("There is no published result", (await manager.OpenAsync($"{Ballot}/trial")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync($"{Ballot}/trial?past=eastfield-2027")).Status);
    }

    [Fact]
    public async Task Nobody_but_the_rounds_managers_can_try()
    {
        await PastAsync(publish: true);
        await DraftAsync();

        Assert.NotEqual(HttpStatusCode.OK, (await (await SignedInAsync(await ResidentAsync())).OpenAsync($"{Ballot}/trial?past=eastfield-2027")).Status);
    }

    /// <summary>A draft for next year, and its manager at the desk.</summary>
    async Task<Browser> DraftAsync()
    {
        if (!await WithDbAsync(db => db.Neighbourhoods.AnyAsync()))
            await ManagerAsync(await NeighbourhoodAsync());
        var manager = await SignedInAsync(new Person { Email = "maya-okoro@example.org" });
        await manager.PressAsync(await manager.OpenAsync("/desk/rounds/new"), "Begin the draft", ("Title", "Eastfield 2028"), ("Chosen", "eastfield"));
        return manager;
    }

    async Task PastAsync(bool publish)
    {
        var round = await VotingRoundAsync(new BallotRules { MaxChoices = 3 }, 90_00, ("Village hall", 60), ("New road", 30), ("Park", 30));
        foreach (var (numbers, index) in ((int[][])[[1, 2], [1, 2], [1, 2], [1], [3], [3]]).Select((ballot, index) => (ballot, index)))
            await CastAsync(round, await VoterAsync($"Voter {index}"), numbers);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        if (publish)
            await RunAsync<PublishCountedRounds>();
    }

    async Task CastAsync(Round round, Person person, int[] numbers)
    {
        var voter = await WithDbAsync(db => db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == person.Id));
        await using var scope = Hall.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BallotBox>()
            .CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, person.Name, 0), TestContext.Current.CancellationToken));
    }

    static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
