using System.Net;
using System.Text;

namespace PB.Tests.Ballots;

public sealed class TamperedBallotTests : BallotTest
{
    [Theory]
    [InlineData("77")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("99999999999999")]
    [InlineData("1;drop")]
    [InlineData("")]
    [InlineData("1 77")]
    public async Task Choices_that_are_on_no_ballot_are_not_cast(string numbers)
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);

        var page = await browser.PressAsync(check, "Send my ballot", [.. numbers.Split(' ').Select(n => ("p", (string?)n))]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("One of your choices is not on this ballot, so we took it out.", page.Text, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());
    }

    [Fact]
    public async Task The_same_project_twice_is_one_choice()
    {
        await OpenRoundAsync(new() { MaxChoices = 1 });
        var browser = await SignedInAsync(await VoterAsync());

        await browser.PressAsync(await ChooseAsync(browser, 1), "Send my ballot", ("p", "1"), ("p", "1"), ("p", "01"));

        Assert.Equal("1", await InTheBoxAsync());
    }

    [Fact]
    public async Task Ten_thousand_choices_are_refused_at_every_door()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);
        (string, string?)[] many = [.. Enumerable.Range(1, 10_000).Select(n => ("p", (string?)$"{n}"))];

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PressAsync(check, "Send my ballot", many)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync($"{Ballot}/check", many)).Status);
        Assert.True((int)(await browser.OpenAsync($"{Ballot}?{string.Join('&', many.Select(n => $"p={n.Item2}"))}")).Status < 500);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync($"{Ballot}/check", many[..900])).Status);
        Assert.Equal("", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_price_a_voter_or_a_time_in_the_form_is_not_looked_at()
    {
        await OpenRoundAsync(Knapsack);
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);

        var page = await browser.PostAsync(Ballot,
            [.. Fields(check), ("p", "2"), ("price", "1"), ("Paper.Budget", "9999999"), ("voter", Guid.Empty.ToString()), ("at", "2020-01-01")]);

        Assert.Contains("That is £30 more than the £100 in the pot", page.Text, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());
    }

    [Theory]
    [InlineData("submission", "")]
    [InlineData("seen", "-1")]
    [InlineData("seen", "2147483647")]
    [InlineData("seen", "99999999999")]
    [InlineData("seen", "one")]
    public async Task A_broken_form_never_breaks_the_page(string field, string value)
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        var page = await browser.PressAsync(await ChooseAsync(browser, 1), "Send my ballot", (field, value));

        Assert.True((int)page.Status < 500, $"{page.Status}");
    }

    [Fact]
    public async Task A_huge_submission_is_only_hashed()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        var page = await browser.PressAsync(await ChooseAsync(browser, 1), "Send my ballot", ("submission", new string('x', 2_000_000)));

        Assert.Equal("Your ballot is in", page.Heading);
        Assert.Equal(32, await AskOwnerAsync<int>("select length(key) from ballotbox.submission"));
    }

    [Fact]
    public async Task A_field_that_comes_twice_is_refused()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var fields = Fields(await ChooseAsync(browser, 1));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(Ballot, [.. fields, ("submission", "another")])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(Ballot, [.. fields, ("seen", "3")])).Status);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        foreach (var path in (string[])[Ballot, $"{Ballot}/check"])
        {
            using var body = new StringContent("{\"p\":[1]}", Encoding.UTF8, "application/json");
            Assert.True((int)(await browser.Client.PostAsync(new Uri(path, UriKind.Relative), body)).StatusCode < 500);
        }

        Assert.Equal("", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_form_of_one_voter_is_of_no_use_to_another()
    {
        await OpenRoundAsync();
        var amina = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(amina, 1);
        var submission = check.Document.QuerySelector("input[name=submission]")!.GetAttribute("value");
        await amina.PressAsync(check, "Send my ballot");
        var bryn = await SignedInAsync(await VoterAsync("Bryn Parry"));

        var page = await bryn.PressAsync(await ChooseAsync(bryn, 1), "Send my ballot", ("submission", submission));

        // Not “your ballot is in”, which would be Amina's: a fresh form, whose ballot goes in.
        Assert.Contains("Check your ballot", page.Heading, StringComparison.Ordinal);
        Assert.Equal("Your ballot is in", (await bryn.PressAsync(page, "Send my ballot")).Heading);
        Assert.Equal(2L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }
}
