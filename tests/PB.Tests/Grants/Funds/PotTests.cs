using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Data;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Tests.Grants.Funds;

public sealed class PotTests : CouncilTest
{
    [Fact]
    public async Task Everybody_sees_what_is_left_and_who_decides()
    {
        var page = await Visitor().OpenAsync(FundPath);

        Assert.Contains("£5,000 is left of £5,000", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 young people from 13 to 19", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dana Lowe, Safeguarding lead", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ade", page.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await AsAsync("Lea")).OpenAsync($"{FundPath}/pots")).Status);
    }

    [Fact]
    public async Task A_finance_officer_enters_lines_and_nobody_takes_out_more_than_is_in()
    {
        var finn = await AsAsync("Finn");
        var ledger = $"{FundPath}/pots/{Pot.Id}/entries";
        var wrong = await finn.PressAsync(await finn.OpenAsync(ledger), "Enter the line", ("Kind", "Reserve"), ("Amount", "5,000.01"), ("Reason", "For bad days"));
        var right = await finn.PressAsync(await finn.OpenAsync(ledger), "Enter the line", ("Kind", "Reserve"), ("Amount", "250"), ("Reason", "For bad days"));

        Assert.Equal(["Only £5,000 is left"], wrong.Errors);
        Assert.Contains("£4,750 is left to give away", right.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await AsAsync("Ade")).OpenAsync(ledger)).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await TamperAsync(await AsAsync("Ade"), ledger, ("Kind", "Allocate"), ("Amount", "1"), ("Reason", "x"))).Status);
    }

    [Fact]
    public async Task Two_who_take_at_the_same_moment_never_take_more_than_there_is()
    {
        await EnterAsync(PotEntryKind.Reserve, 4700_00);

        var both = await Task.WhenAll(TakeAsync(), TakeAsync());

        Assert.Equal(new Money(100_00), Assert.Single(both, left => left is not null)!.Left);
        Assert.Equal(new Money(100_00), (await WithDbAsync(db => new PotBook(db, Clock).BalancesAsync(Fund.Id, default))).Single().Available);

        Task<PotShort?> TakeAsync() => WithDbAsync(db => new PotBook(db, Clock).EnterAsync(Pot.Id, PotEntryKind.Commit, new Money(200_00), new EntryReason("An award", null), default));
    }

    [Fact]
    public async Task The_database_itself_keeps_the_ledger_and_its_limits()
    {
        var overdrawn = await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Commit, 5000_01));
        Assert.Equal("PB011", ((PostgresException)overdrawn.InnerException!).SqlState);
        foreach (var sql in (string[])["update grants.pot_entries set amount = amount + 1", "delete from grants.pot_entries", "truncate grants.pot_entries"])
            Assert.Equal("PB004", (await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>(sql))).SqlState);
    }

    [Fact]
    public async Task No_award_is_paid_more_than_was_promised_to_it()
    {
        var award = Ids.New(Clock.GetUtcNow());
        await EnterAsync(PotEntryKind.Commit, 200_00, award);
        await EnterAsync(PotEntryKind.Pay, 150_00, award);

        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Pay, 50_01, award));
        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Release, 50_01, award));
        await Assert.ThrowsAsync<DbUpdateException>(() => EnterAsync(PotEntryKind.Refund, 150_01, award));
        await EnterAsync(PotEntryKind.Refund, 150_00, award);
    }

    Task EnterAsync(PotEntryKind kind, long pence, Guid? award = null) =>
        ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, kind, new Money(pence), new EntryReason("A test", null, award), Clock.GetUtcNow())).AsTask());
}
