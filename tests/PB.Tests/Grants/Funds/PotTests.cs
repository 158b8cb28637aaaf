using Microsoft.EntityFrameworkCore;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Tests.Grants.Funds;

public sealed class PotTests : CouncilTest
{
    [Fact]
    public async Task The_ledger_is_never_edited_and_no_pot_gives_more_than_is_in_it()
    {
        Assert.Equal(new Money(5000_00), (await WithDbAsync(db => new PotBook(db, Clock).BalancesAsync(Fund.Id, default))).Single().Available);
        Assert.Equal(8, await WithDbAsync(db => db.PanelMembers.CountAsync()));
        await CallAsync();
    }
}
