using Microsoft.EntityFrameworkCore;
using Npgsql;
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
    public async Task Edge_16_when_the_council_cuts_a_call_its_panel_and_its_groups_are_told_why_before_anything_is_decided()
    {
        await ApplicationAsync(await CallAsync(), "Camp", 500);
        var finn = await AsAsync("Finn");
        var ledger = $"{FundPath}/pots/{Pot.Id}/entries";
        await finn.PressAsync(await finn.OpenAsync(ledger), "Enter the line", ("Kind", "Reserve"), ("Amount", "100"), ("Reason", "For bad days"));
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync()));
        await finn.PressAsync(await finn.OpenAsync(ledger), "Enter the line", ("Kind", "AdjustDown"), ("Amount", "1,000"), ("Reason", "The council has to save."));

        // The eight, Lea and Sue.
        var mails = await WithDbAsync(db => db.Messages.Select(mail => mail.Body).ToListAsync());
        Assert.Equal(10, mails.Count);
        Assert.All(mails, mail => Assert.Contains("There is £1,000 less to give away than before. Nothing is decided yet.\n\nWhy: The council has to save.", mail, StringComparison.Ordinal));
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        await finn.PressAsync(await finn.OpenAsync(ledger), "Enter the line", ("Kind", "AdjustDown"), ("Amount", "1"), ("Reason", "Again."));
        Assert.Equal(10, await WithDbAsync(db => db.Messages.CountAsync()));
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

    Task EnterAsync(PotEntryKind kind, long pence) =>
        ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, kind, new Money(pence), new EntryReason("A test", null), Clock.GetUtcNow())).AsTask());
}
