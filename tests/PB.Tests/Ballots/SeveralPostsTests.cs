using System.Net;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

public sealed class SeveralPostsTests : BallotTest
{
    [Fact]
    public async Task Fifty_posts_of_one_form_at_once_leave_one_ballot_and_the_same_receipt()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1, 4);

        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.PressAsync(check, "Send my ballot")));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "Your ballot is in"), (page.Status, page.Heading)));
        Assert.Equal("1,4", await InTheBoxAsync());
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.submission"));
        Assert.Equal(1L, await AskOwnerAsync<long>("select sum(version)::bigint from register.mark"));
    }

    [Fact]
    public async Task Fifty_posts_of_different_forms_at_once_leave_one_ballot()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var checks = new List<Page>();
        for (var i = 0; i < 50; i++)
            checks.Add(await ChooseAsync(browser, 1 + i % 4));

        var pages = await Task.WhenAll(checks.Select(check => browser.PressAsync(check, "Send my ballot")));

        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
        Assert.Single(pages, page => page.Heading == "Your ballot is in");
        Assert.All(pages.Where(page => page.Heading != "Your ballot is in"),
            page => Assert.Contains("You changed your ballot on another device", page.Heading, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ballot_changed_on_another_device_is_shown_beside_the_new_one_and_the_voter_decides()
    {
        await OpenRoundAsync();
        var amina = await VoterAsync();
        var (phone, computer) = (await SignedInAsync(amina), await SignedInAsync(amina));
        var onThePhone = await ChooseAsync(phone, 2);
        await VoteAsync(computer, 1);

        var page = await phone.PressAsync(onThePhone, "Send my ballot");
        Assert.Contains("You changed your ballot on another device", page.Heading, StringComparison.Ordinal);
        Assert.Contains("The ballot that is in Project Price 1. Benches £60", page.Text, StringComparison.Ordinal);
        Assert.Contains("The ballot on this page, not sent yet Project Price 2. Trees £70", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", await InTheBoxAsync());

        Assert.Equal("Your ballot is in", (await phone.PressAsync(page, "Send this ballot instead")).Heading);
        Assert.Equal("1 2", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_ballot_one_microsecond_before_the_close_is_in_and_at_the_close_too_late()
    {
        await OpenRoundAsync();
        var (amina, bryn) = (await SignedInAsync(await VoterAsync()), await SignedInAsync(await VoterAsync("Bryn Parry")));
        var (first, second) = (await ChooseAsync(amina, 1), await ChooseAsync(bryn, 2));

        await MoveToAsync(Closing.AddMicroseconds(-1));
        Assert.Equal("Your ballot is in", (await amina.PressAsync(first, "Send my ballot")).Heading);

        await MoveToAsync(Closing);
        var late = await bryn.PressAsync(second, "Send my ballot");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It came too late. Voting closed on Monday 12 April 2027", late.Text, StringComparison.Ordinal);
        Assert.Equal("1", await InTheBoxAsync());
    }

    [Fact]
    public async Task The_clock_of_the_database_decides_whatever_the_web_process_thinks()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);
        await Database.MoveClockAsync(Closing);

        await browser.PressAsync(check, "Send my ballot");

        Assert.Equal("", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_retry_after_the_close_of_a_ballot_that_is_in_gives_its_receipt()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 2);
        await browser.PressAsync(check, "Send my ballot");
        await MoveToAsync(Closing.AddMinutes(1));

        var page = await browser.PressAsync(check, "Send my ballot");

        Assert.Equal("You voted in this round", page.Heading);
        Assert.DoesNotContain("Trees", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_again_with_other_choices_is_asked_about()
    {
        await OpenRoundAsync();
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 2);
        await browser.PressAsync(check, "Send my ballot");

        var page = await browser.PressAsync(check, "Send my ballot", ("p", "3"));

        Assert.Contains("Check your ballot", page.Heading, StringComparison.Ordinal);
        Assert.Contains("This takes the place of the ballot that you sent before.", page.Text, StringComparison.Ordinal);
        Assert.Equal("2", await InTheBoxAsync());
    }
}
