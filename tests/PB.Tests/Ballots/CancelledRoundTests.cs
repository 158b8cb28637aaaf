using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

public sealed class CancelledRoundTests : TownTest
{
    [Fact]
    public async Task The_ballot_box_of_a_cancelled_round_is_void_and_is_never_counted()
    {
        await VotingRoundAsync(null, 100_00, ("Benches", 60));
        await Visitor().OpenAsync("/rounds/eastfield-2027/ballot");
        Assert.Equal("open", await AskOwnerAsync<string>("select state from rnd.round"));
        var manager = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro")));

        await manager.PressAsync(
            await manager.OpenAsync("/rounds/eastfield-2027/cancellation"), "Cancel the round", ("Reason", "The fund was withdrawn by the government."));
        await MoveToAsync(Closing);
        await RunAsync<PB.Results.CountClosedRounds>();

        Assert.Equal("void", await AskOwnerAsync<string>("select state from rnd.round"));
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from results"));
    }
}
