using System.Net;
using PB.Rounds;

namespace PB.Tests.Ballots;

public sealed class RefusedBallotTests : BallotTest
{
    [Fact]
    public async Task Before_the_opening_the_page_says_when_voting_opens()
    {
        await OpenRoundAsync();
        await MoveToAsync(Opening.AddMicroseconds(-1));

        var page = await Visitor().OpenAsync(Ballot);

        Assert.Contains("Voting is not open yet", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Monday 5 April 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_close_the_page_says_when_it_closed_and_where_the_result_will_be()
    {
        await OpenRoundAsync();
        await MoveToAsync(Closing);

        var page = await Visitor().OpenAsync(Ballot);

        Assert.Contains("Voting has closed", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Monday 12 April 2027", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/rounds/eastfield-2027/result']"));
    }

    [Fact]
    public async Task A_round_without_projects_says_that_there_is_nothing_to_vote_on()
    {
        await VotingRoundAsync(null, 100_00);

        Assert.Contains("There is nothing to vote on", (await Visitor().OpenAsync(Ballot)).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MB1 1AA", 10, "You told us that you are 10. People who vote in this round are 11 or older.", "Correct my age")]
    [InlineData("XY9 9ZZ", 34, "Your postcode, XY9 9ZZ, is outside the area of this round.", "Correct my postcode")]
    public async Task Somebody_who_may_not_vote_is_told_one_reason_and_the_next_step(string postcode, int age, string reason, string step)
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync(postcode: postcode, age: age));

        var page = await browser.OpenAsync(Ballot);

        Assert.Contains("You cannot vote in this round", page.Heading, StringComparison.Ordinal);
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.TextContent.Trim() == step);
    }

    [Fact]
    public async Task A_ballot_that_cannot_be_changed_is_refused_the_second_time()
    {
        await OpenRoundAsync(new BallotRules { MaxChoices = 3, AllowChange = false });
        var browser = await SignedInAsync(await VoterAsync());
        var other = await ChooseAsync(browser, 2);
        Assert.Contains("cannot be changed", (await VoteAsync(browser, 1)).Text, StringComparison.Ordinal);

        var page = await browser.PressAsync(other, "Send my ballot");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("You have voted already, and in this round a ballot cannot be changed.", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", await InTheBoxAsync());
    }

    [Fact]
    public async Task Too_many_choices_are_counted_and_named_and_kept()
    {
        await OpenRoundAsync(new BallotRules { MaxChoices = 2 });
        var browser = await SignedInAsync(await VoterAsync());

        var page = await ChooseAsync(browser, 1, 2, 3, 4);

        Assert.Contains("You have chosen 4 projects. You can choose 2, so take 2 out.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1. Benches, £60", "2. Trees, £70", "3. Slide, £40", "4. Lights, £10"], page.Errors);
        Assert.Equal(["1", "2", "3", "4"], Ticked(page));
        Assert.Contains("Projects chosen: 4 of 2. Take 2 out.", page.Document.QuerySelector("[data-total]")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".govuk-error-summary__list a"), link => Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_ballot_over_the_pot_says_by_how_much_and_with_which_choices()
    {
        await OpenRoundAsync(Knapsack);
        var browser = await SignedInAsync(await VoterAsync());

        var page = await ChooseAsync(browser, 1, 2);

        Assert.Contains("Your choices cost £130. That is £30 more than the £100 in the pot, so take something out.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1. Benches, £60", "2. Trees, £70"], page.Errors);
        Assert.Equal(["1", "2"], Ticked(page));
        Assert.Contains("That is £30 too much.", page.Document.QuerySelector("[data-total]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ballot_is_refused()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());

        Assert.Contains("You have chosen nothing yet. Tick at least 1 project.", (await ChooseAsync(browser)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_is_told_before_anything_else()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync(age: 34));
        var check = await ChooseAsync(browser, 1);
        await MoveToAsync(Closing);

        var page = await browser.PressAsync(check, "Send my ballot", ("p", "77"));

        Assert.Contains("It came too late. Voting closed on Monday 12 April 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Already_voted_is_told_before_over_the_limit()
    {
        await OpenRoundAsync(new BallotRules { MaxChoices = 1, AllowChange = false });
        var browser = await SignedInAsync(await VoterAsync());
        var other = await ChooseAsync(browser, 2);
        await VoteAsync(browser, 1);

        var page = await browser.PressAsync(other, "Send my ballot", ("p", "2"), ("p", "3"));

        Assert.Contains("You have voted already", page.Text, StringComparison.Ordinal);
    }
}
