using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tally;
using PB.Tests.Town;
using PB.Web.Look;
using PB.Web.Results;

namespace PB.Tests.Results;

/// <summary>Six people share out £90: four want the hall, three of them the road too, and two the park.</summary>
public sealed class EqualSharesResultTests : TownTest
{
    const string Result = "/rounds/eastfield-2027/result";

    static readonly int[][] Ballots = [[1, 2], [1, 2], [1, 2], [1], [3], [3]];

    [Fact]
    public async Task Each_group_decides_on_its_share_and_the_page_says_who_paid_for_what()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, Rule = CountingRule.EqualShares });

        var page = await Visitor().OpenAsync(Result);

        Assert.Contains("6 people voted. 2 projects are funded, with £90 of £90.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Funded The 4 people who chose it paid for it, £15 each.", Row(page, 1), StringComparison.Ordinal);
        Assert.Contains("Funded The 2 people who chose it paid for it, £15 each.", Row(page, 3), StringComparison.Ordinal);
        Assert.Contains("Not funded The people who chose it had £0 left together, and it costs £30.", Row(page, 2), StringComparison.Ordinal);
        Assert.Contains("We divide the pot equally: every voter has the same share to spend.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pictures_of_the_money_have_words_and_tables()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, Rule = CountingRule.EqualShares });

        var page = await Visitor().OpenAsync(Result);

        Assert.Contains("The pot gives everybody a share of £15.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Votes for each project, most first", "Who paid for which project", "The money left, step by step"],
            page.Document.QuerySelectorAll("svg[role=img] title").Select(title => title.TextContent));
        Assert.Equal(["4", "£15", "0"], Cells(page, "#shares ~ details tbody tr:first-child td").Take(3));
        Assert.Equal(["£60", "£30"], Cells(page, "#money ~ details tbody tr:first-child td"));
    }

    [Fact]
    public async Task By_most_votes_the_larger_group_takes_it_all()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3 });

        var page = await Visitor().OpenAsync(Result);

        Assert.Contains("Not funded", Row(page, 3), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#shares"));
        Assert.Equal(["£60", "£30"], Cells(page, "#money ~ details tbody tr:first-child td"));
    }

    [Theory]
    [InlineData(CountingRule.MostVotesPerCost, "It had the most votes for its price of those left, and fits in the £90 that was left.")]
    [InlineData(CountingRule.EqualSharesThenVotes, "paid for it, £15 each.")]
    [InlineData(CountingRule.EqualSharesAlone, "paid for it, £15 each.")]
    [InlineData(CountingRule.Phragmen, "The people who chose it had its price together as soon as every voter had been given")]
    public async Task Every_rule_says_why_the_first_won(CountingRule rule, string sentence)
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, Rule = rule });

        var page = await Visitor().OpenAsync(Result);

        Assert.Contains(sentence, page.Document.QuerySelector("tbody tr[id]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_names_its_rule_and_one_without_a_name_is_by_most_votes_with_the_fingerprint_that_it_had()
    {
        var paper = Paper(new BallotRules { MaxChoices = 3, Rule = CountingRule.EqualShares });
        Assert.Contains("\"rule\":\"mes_cost_add1u\"", paper.Text(), StringComparison.Ordinal);
        Assert.Equal(CountingRule.EqualShares, BallotPaper.Read(paper.Text()).Rules.Rule);

        var old = Paper(new BallotRules { MaxChoices = 3 }).Text();
        Assert.DoesNotContain("\"rule\":", old, StringComparison.Ordinal);
        Assert.Equal((CountingRule.MostVotes, old), (BallotPaper.Read(old).Rules.Rule, BallotPaper.Read(old).Text()));
    }

    [Fact]
    public async Task A_result_that_was_stored_before_there_were_traces_still_tells_why()
    {
        const string stored = """
            {"format":"pb-result/1","projects":[{"number":1,"title":"Benches","price":6000},{"number":2,"title":"Trees","price":7000}],"currency":"GBP",
            "count":{"rule":"greedy_cost","budget":10000,"spent":6000,"ballots":3,"steps":[
            {"number":1,"cost":6000,"votes":3,"outcome":"Funded","awarded":6000,"moneyBefore":10000,"moneyAfter":4000,"excludedBy":null,"votesShort":null,"cheaperBy":null},
            {"number":2,"cost":7000,"votes":1,"outcome":"DoesNotFit","awarded":0,"moneyBefore":4000,"moneyAfter":4000,"excludedBy":null,"votesShort":3,"cheaperBy":3000}],"ties":[]}}
            """;
        await Task.CompletedTask;
        var page = new ResultPage(null!, null!, ResultDocument.Read(stored), Paper(new BallotRules { MaxChoices = 3 })) { Standing = null!, MayAnswer = false };
        var text = Hall.Services.GetRequiredService<IStringLocalizer<Words>>();

        Assert.Equal("It had the most votes (3) of those left and fits in the £100 that was left.", text.Why(page.Steps[0], page));
        Assert.Equal("It has 1 vote, but costs £70 and only £40 was left.", text.Why(page.Steps[1], page));
        Assert.Equal("It would have needed 3 more votes, or to cost £30 less.", text.Missing(page.Steps[1], page));
        Assert.Empty(page.Money.Paid);
    }

    static BallotPaper Paper(BallotRules rules) => new()
    {
        Round = Guid.Empty,
        Title = "Eastfield 2027",
        OpensAt = Opening,
        FrozenClose = Closing,
        Currency = "GBP",
        Budget = new Money(100_00),
        Rules = rules,
        Eligibility = new Eligibility(),
        Projects = [new(1, "Benches", new Money(60_00)), new(2, "Trees", new Money(70_00))],
    };

    async Task PublishedAsync(BallotRules rules)
    {
        var round = await VotingRoundAsync(rules, 90_00, ("Village hall", 60), ("New road", 30), ("Park", 30));
        foreach (var (numbers, index) in Ballots.Select((ballot, index) => (ballot, index)))
            await CastAsync(round, await VoterAsync($"Voter {index}"), numbers);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
    }

    async Task CastAsync(Round round, Person person, int[] numbers)
    {
        var voter = await WithDbAsync(db => db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == person.Id));
        await using var scope = Hall.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BallotBox>()
            .CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, person.Name, 0), TestContext.Current.CancellationToken));
    }

    static IEnumerable<string> Cells(Page page, string selector) => page.Document.QuerySelectorAll(selector).Select(cell => cell.TextContent.Trim());

    static string Row(Page page, int number) => string.Join(' ',
        page.Document.QuerySelector($"tr#project-{number}")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
