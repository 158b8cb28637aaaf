using PB.Approvals;
using PB.Tests.Approvals;

namespace PB.Tests.Ballots;

public sealed class CancelledRoundTests : TwoPeopleTest
{
    [Fact]
    public async Task The_ballot_box_of_an_annulled_vote_is_void_and_is_never_counted()
    {
        Assert.Equal("open", await StateAsync());

        await DoneAsync(ApprovedAct.Void);
        await MoveToAsync(Closing);
        await RunAsync<PB.Results.CountClosedRounds>();

        Assert.Equal("void", await StateAsync());
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from results"));
    }

    [Fact]
    public async Task A_cancelled_round_takes_no_ballots_and_says_why()
    {
        var browser = await SignedInAsync(await VoterAsync());
        var check = await ChooseAsync(browser, 1);
        await DoneAsync(ApprovedAct.Void);

        var page = await browser.PressAsync(check, "Send my ballot");

        Assert.Contains("This round was cancelled. A reason that everybody can read.", page.Text, StringComparison.Ordinal);
        Assert.Contains("This round was cancelled", (await Visitor().OpenAsync(Ballot)).Heading, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());
    }
}
