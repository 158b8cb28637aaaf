using Microsoft.EntityFrameworkCore;
using PB.Grants.Funds;
using PB.Tally;
using PB.Tests.Grants.Awards;

namespace PB.Tests.Grants.Funds;

public sealed class AwardLedgerTests : AwardTest
{
    [Fact]
    public async Task No_award_is_paid_more_than_was_promised_to_it()
    {
        var award = (await AwardOfAsync(await OfferedAsync(sum: "200"))).Id;
        await EnterAsync(PotEntryKind.Pay, 150_00, award);

        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Pay, 50_01, award));
        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Release, 50_01, award));
        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Refund, 150_01, award));
        await EnterAsync(PotEntryKind.Refund, 150_00, award);
    }

    Task EnterAsync(PotEntryKind kind, long pence, Guid award) =>
        ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, kind, new Money(pence), new EntryReason("A test", null, award), Clock.GetUtcNow())).AsTask());
}
