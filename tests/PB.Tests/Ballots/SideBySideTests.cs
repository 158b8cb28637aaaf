using AngleSharp.Html.Dom;
using Npgsql;
using PB.Ballots;
using PB.Results;
using PB.Rounds;
using PB.Tests.Faults;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

/// <summary>Two rounds at once, and a crowd in a hurry.</summary>
public sealed class SideBySideTests : TownTest
{
    [Fact]
    public async Task A_hundred_voters_in_two_rounds_press_twice_and_three_times_at_once_and_again_and_have_one_ballot_in_each()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        var town = new VotingTown(owner, Clock);
        Round[] rounds = [await town.RoundAsync("North", Closing), await town.RoundAsync("South", Closing)];
        var keys = new RoundKeys(KeyFolder);
        BallotBook[] books = [.. rounds.Select(round => new BallotBook(round.Id, keys.OpenOrMake(round.Id)))];
        var crowd = (await town.CrowdAsync(100, withMail: true)).Select((one, index) => (one.Person, one.Voter, index));

        await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (one, _) =>
        {
            var browser = await SignedInAsync(one.Person);
            var choices = VotingTown.ChoicesOf(1 + one.index);
            var ballots = books.Select(book => book.Send(one.Voter.Id, BallotContent.Write(choices), 1)).ToList();
            Page[] windows = [await ChooseAsync(browser, rounds[0], choices), await ChooseAsync(browser, rounds[1], choices)];
            // Both windows at the same time: two presses in the one, three in the other.
            await Task.WhenAll(windows.Select((window, which) => PressAsync(browser, window, ballots[which], times: 2 + which)));
        });

        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        foreach (var (round, book) in rounds.Zip(books))
        {
            var reckoning = await book.ReckonAsync(owner);
            Assert.Equal("acknowledged 100, lost 0, doubled 0", $"{reckoning}");
            Assert.Empty(reckoning.Wrong);
            Assert.Equal(100, (await LogAudit.CheckAsync(owner, round.Id)).Ballots);
        }
    }

    static Task<Page> ChooseAsync(Browser browser, Round round, IEnumerable<int> choices) =>
        browser.PostAsync($"/rounds/{round.Slug}/ballot/check", [.. choices.Select(number => ("p", (string?)$"{number}"))]);

    static async Task PressAsync(Browser browser, Page check, SentBallot ballot, int times)
    {
        var form = (IHtmlFormElement)check.Document.QuerySelectorAll("button").Single(button => button.TextContent == "Send my ballot").Closest("form")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value)).ToList();
        async Task<string> PostAsync()
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
            return await answer.Content.ReadAsStringAsync();
        }

        string[] answers = [.. await Task.WhenAll(Enumerable.Range(0, times).Select(_ => PostAsync())), await PostAsync()];

        Assert.All(answers, answer => Assert.Contains("<h1 class=\"govuk-panel__title\">Your ballot is in</h1>", answer, StringComparison.Ordinal));
        ballot.IsAcknowledged = true;
    }
}
