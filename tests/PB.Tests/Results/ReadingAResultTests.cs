using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Results;
using PB.Rounds;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Results;

public sealed class ReadingAResultTests : TownTest
{
    const string Result = "/rounds/eastfield-2027/result";

    [Fact]
    public async Task A_result_says_who_won_with_how_much_and_why_each_did_or_did_not()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3 }, [1, 2, 3], [1, 2], [1]);

        var page = await Visitor().OpenAsync(Result);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("3 people voted. 2 projects are funded, with £100 of £100.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Provisional", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3", "5", "4"], page.Document.QuerySelectorAll("tbody tr[id]").Select(row => row.Id!.Replace("project-", "", StringComparison.Ordinal)));
        Assert.Contains("Funded It had the most votes (3) of those left and fits in the £100 that was left.", Row(page, 1), StringComparison.Ordinal);
        Assert.Contains("Not funded It has 2 votes, but costs £70 and only £40 was left. It would have needed 2 more votes, or to cost £30 less.",
            Row(page, 2), StringComparison.Ordinal);
        Assert.Contains("Funded It had the most votes (1) of those left and fits in the £40 that was left.", Row(page, 3), StringComparison.Ordinal);
        Assert.Contains("Not funded Nobody voted for it.", Row(page, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_short_of_the_minimum_is_told_the_minimum()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, MinimumVotes = 2 }, [1, 4], [1]);

        Assert.Contains("Not funded The rules ask for at least 2 votes, and it has 1. It would have needed 1 more vote.",
            Row(await Visitor().OpenAsync(Result), 4), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WhenItDoesNotFit.Stop, "Not funded An earlier project did not fit, and the rules say that the count stops there.")]
    [InlineData(WhenItDoesNotFit.PartFund, "Not funded An earlier project did not fit, and the rules say that the count stops there.")]
    public async Task After_a_stop_the_rest_is_told_that_the_count_stopped(WhenItDoesNotFit rule, string sentence)
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, WhenItDoesNotFit = rule }, [1, 2, 4], [1, 2], [1]);

        Assert.Contains(sentence, Row(await Visitor().OpenAsync(Result), 4), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WhenItDoesNotFit.PartFund, "Part funded It gets the £60 that was left, of the £70 that it costs.")]
    [InlineData(WhenItDoesNotFit.TopUp, "Funded £60 of its £70 was left. The rest, £10, comes from a reserve.")]
    public async Task A_project_that_gets_what_is_left_is_told_how_much(WhenItDoesNotFit rule, string sentence)
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, WhenItDoesNotFit = rule }, [3, 2], [3]);

        Assert.Contains(sentence, Row(await Visitor().OpenAsync(Result), 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_is_told_and_its_lot_can_be_drawn_again()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, Ties = PB.Rounds.TieOrder.Lot }, [1], [2]);

        var page = await Visitor().OpenAsync(Result);

        Assert.Contains("Projects 1, 2 had equally many votes, and their order made a difference. The lot put them in this order:", page.Text, StringComparison.Ordinal);
        var seed = page.Document.QuerySelectorAll("code").Select(code => code.TextContent).Single(text => text.Contains('|', StringComparison.Ordinal) && text.Length > 100);
        var tickets = page.Document.QuerySelectorAll("#ties ~ table td code").Select(code => code.TextContent).ToList();
        Assert.Equal(tickets.Order(StringComparer.Ordinal), tickets);
        Assert.Equal(
            ((int[])[1, 2]).Select(number => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"pb/1/tie\0{seed}\0{number}")))).ToHashSet(),
            tickets.ToHashSet());
        var rows = page.Document.QuerySelectorAll("tbody tr[id]").Select(row => row.Id!).ToList();
        Assert.Contains("the tie rule put it before the others", Row(page, int.Parse(rows[0].Replace("project-", "", StringComparison.Ordinal), null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_the_equal_ones_fit_there_is_no_tie()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3, Ties = PB.Rounds.TieOrder.Lot }, [1], [3]);

        Assert.Null((await Visitor().OpenAsync(Result)).Document.QuerySelector("#ties"));
    }

    [Fact]
    public async Task A_round_in_which_nobody_voted_has_a_result_too()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3 });

        Assert.Contains("0 people voted. 0 projects are funded, with £0 of £100.", (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_says_in_words_what_it_is()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3 }, [1]);

        var chart = (await Visitor().OpenAsync(Result)).Document.QuerySelector("svg[role=img]")!;
        Assert.Equal("chart-title chart-desc", chart.GetAttribute("aria-labelledby"));
        Assert.NotEmpty(chart.QuerySelector("title")!.TextContent);
        Assert.NotEmpty(chart.QuerySelector("desc")!.TextContent);
        Assert.Equal(5, chart.QuerySelectorAll("rect").Length);
    }

    [Fact]
    public async Task The_files_hold_the_stored_count_and_no_formula()
    {
        await PublishedAsync(new BallotRules { MaxChoices = 3 }, [1, 5], [5]);
        var visitor = Visitor();

        var json = await visitor.Client.GetStringAsync(new Uri($"{Result}.json", UriKind.Relative));
        Assert.Equal(await WithDbAsync(db => db.Results.Select(r => r.Document).SingleAsync()), json);

        var csv = await visitor.Client.GetStringAsync(new Uri($"{Result}.csv", UriKind.Relative));
        Assert.Contains("5,\"'=cmd|'/c calc'!A1, \"\"quoted\"\"\",2,5.00,5.00,100.00,95.00,Funded,,\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_publication_the_page_says_when_it_will_come()
    {
        await OpenAsync(new BallotRules { MaxChoices = 3 });

        var page = await Visitor().OpenAsync(Result);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("The result is not here yet", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Monday 12 April 2027", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("eastfield-2027")]
    public async Task A_round_that_is_not_there_or_a_draft_has_no_result(string slug)
    {
        var where = await NeighbourhoodAsync();
        await DraftRoundAsync(where, await ManagerAsync(where));

        Assert.Contains("We cannot find that page", (await Visitor().OpenAsync($"/rounds/{slug}/result")).Heading, StringComparison.Ordinal);
    }

    Task<Round> OpenAsync(BallotRules rules) => VotingRoundAsync(rules, 100_00,
        ("Benches", 60), ("Trees", 70), ("Slide", 40), ("Lights", 10), ("=cmd|'/c calc'!A1, \"quoted\"", 5));

    /// <summary>A round whose ballots were cast, counted and published by the jobs.</summary>
    async Task PublishedAsync(BallotRules rules, params int[][] ballots)
    {
        var round = await OpenAsync(rules);
        foreach (var (numbers, index) in ballots.Select((ballot, index) => (ballot, index)))
            await CastAsync(round, $"Voter {index}", numbers);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
    }

    async Task CastAsync(Round round, string name, int[] numbers)
    {
        var person = await VoterAsync(name);
        var voter = await WithDbAsync(db => db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == person.Id));
        await using var scope = Hall.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BallotBox>()
            .CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, name, 0), TestContext.Current.CancellationToken));
    }

    static string Row(Page page, int number) => string.Join(' ',
        page.Document.QuerySelector($"tr#project-{number}")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
