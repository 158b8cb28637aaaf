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
}
