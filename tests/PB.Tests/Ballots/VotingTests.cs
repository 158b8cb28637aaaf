using System.Net;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

public sealed class VotingTests : BallotTest
{
    [Fact]
    public async Task A_resident_chooses_checks_sends_and_has_a_receipt()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        var choose = await browser.OpenAsync(Ballot);
        Assert.Equal("Eastfield 2027 Choose your projects", Folded(choose.Heading));
        Assert.Contains("Choose 1 to 3 projects", choose.Text, StringComparison.Ordinal);
        Assert.Equal(4, choose.Document.QuerySelectorAll("input[name=p]").Length);

        var check = await PressOnAsync(browser, choose, 2, 4);
        Assert.Equal("Eastfield 2027 Check your ballot", Folded(check.Heading));
        Assert.Contains("2. Trees £70 4. Lights £10 All together £80", check.Text, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());

        var receipt = await browser.PressAsync(check, "Send my ballot");
        Assert.Equal($"{Ballot}/receipt", receipt.Path);
        Assert.Equal("Your ballot is in", receipt.Heading);
        Assert.Contains("2. Trees £70 4. Lights £10", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 12 April 2027, 1pm (UK time)", receipt.Text.Replace("1:00pm", "1pm", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("2,4", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_ballot_can_be_changed_and_the_last_one_is_in()
    {
        await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 1);

        var page = await browser.OpenAsync($"{Ballot}/edit");
        Assert.Equal(["1"], Ticked(page));
        page = await browser.PressAsync(await PressOnAsync(browser, page, 2, 3), "Send my ballot");

        Assert.Contains("2. Trees £70 3. Slide £40", page.Text, StringComparison.Ordinal);
        Assert.Equal("1 2,3", await InTheBoxAsync());
    }

    [Fact]
    public async Task Sending_the_same_choices_again_changes_nothing()
    {
        await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 1, 3);

        var page = await PressOnAsync(browser, await browser.OpenAsync($"{Ballot}/edit"), 3, 1);

        Assert.Equal("Your ballot is in", page.Heading);
        Assert.Equal("1,3", await InTheBoxAsync());
    }

    [Fact]
    public async Task Going_back_and_sending_the_same_page_again_gives_the_same_receipt()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);

        var first = await browser.PressAsync(check, "Send my ballot");
        var second = await browser.PressAsync(check, "Send my ballot");

        Assert.Equal((first.Path, first.Heading), (second.Path, second.Heading));
        Assert.Equal("1", await InTheBoxAsync());
    }

    [Fact]
    public async Task Choices_on_the_check_page_can_be_changed_before_sending()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1, 4);

        var page = await browser.OpenAsync(check.Document.QuerySelector("a.govuk-button--secondary")!.GetAttribute("href")!);

        Assert.Equal(["1", "4"], Ticked(page));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task No_address_of_a_page_shows_what_was_chosen()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        var check = await ChooseAsync(browser, 2, 4);

        Assert.StartsWith($"{Ballot}/check?kept=", check.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("p=", check.Path.Split('?')[1].Replace("kept=", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_person_has_an_order_of_projects_that_stays()
    {
        await VotingRoundAsync(null, 100_00, [.. Enumerable.Range(1, 20).Select(i => ($"Project {i}", 10L))]);
        var amina = await SignedInAsync(await VoterAsync());
        var bryn = await SignedInAsync(await VoterAsync("Bryn Parry"));
        var visitor = Visitor();

        var orders = new List<string>();
        foreach (var browser in (Browser[])[amina, amina, bryn, visitor, visitor])
            orders.Add(string.Join(' ', (await browser.OpenAsync(Ballot)).Document.QuerySelectorAll("input[name=p]").Select(box => box.GetAttribute("value"))));

        Assert.Equal(orders[0], orders[1]);
        Assert.Equal(orders[3], orders[4]);
        Assert.Equal(3, orders.Distinct().Count());
    }

    [Fact]
    public async Task A_link_from_a_project_ticks_it()
    {
        await OpenRoundAsync();

        Assert.Equal(["3"], Ticked(await Visitor().OpenAsync($"{Ballot}?p=3&p=banana&p=77")));
    }

    [Fact]
    public async Task Pages_of_a_ballot_are_kept_by_no_cache()
    {
        await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 1);

        foreach (var path in (string[])[$"{Ballot}/receipt", $"{Ballot}/edit"])
            Assert.True((await browser.Client.GetAsync(new Uri(path, UriKind.Relative))).Headers.CacheControl!.NoStore);
        Assert.True((await Visitor().Client.GetAsync(new Uri(Ballot, UriKind.Relative))).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_result_is_mailed_to_those_who_tick_it_until_they_untick_it()
    {
        await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 1);

        var page = await browser.PressAsync(await browser.OpenAsync($"{Ballot}/receipt"), "Save", ("follow", "true"));
        Assert.Contains("We will e-mail you the result", page.Text, StringComparison.Ordinal);
        await browser.PressAsync(page, "Save", ("follow", "true"));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from round_followers"));

        await browser.PressAsync(page, "Save", ("follow", null));
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from round_followers"));
    }

    [Fact]
    public async Task The_page_says_how_many_have_voted_and_never_for_what()
    {
        await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 1);
        await VotedAsync(await VoterAsync("Bryn Parry"), 1);

        Assert.Contains("2 people have voted so far.", (await Visitor().OpenAsync(Ballot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_knapsack_says_what_is_left()
    {
        await OpenRoundAsync(Knapsack);
        var browser = await SignedInAsync(await VoterAsync());

        Assert.Contains("Spend up to £100", (await browser.OpenAsync(Ballot)).Text, StringComparison.Ordinal);
        var check = await ChooseAsync(browser, 1, 3);
        Assert.Contains("That leaves £0 of the £100 in the pot.", check.Text, StringComparison.Ordinal);
        Assert.Equal("Your ballot is in", (await browser.PressAsync(check, "Send my ballot")).Heading);
    }

    [Theory]
    [InlineData("/rounds/nowhere/ballot")]
    [InlineData("/rounds/nowhere/ballot/edit")]
    [InlineData("/rounds/nowhere/ballot/check")]
    [InlineData("/rounds/nowhere/ballot/receipt")]
    public async Task A_round_that_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(await ResidentAsync())).OpenAsync(path)).Status);

    [Fact]
    public async Task A_draft_has_no_ballot()
    {
        var where = await NeighbourhoodAsync();
        await DraftRoundAsync(where, await ManagerAsync(where), new BallotRules { MaxChoices = 3 });

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(Ballot)).Status);
    }

    static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
