using Npgsql;

namespace PB.Tests.Journal;

public sealed class ChainTests : JournalTest
{
    [Fact]
    public async Task The_chain_of_what_was_done_holds_and_carries_names_and_reasons_apart()
    {
        await ActedAsync();

        Assert.Empty(await FaultsAsync("I25"));
        Assert.Equal("Starts on Monday Amina Yusuf", await AskOwnerAsync<string>("""
            set role pb_vote_owner;
            select d.reason || ' ' || d.detail from journal.entries e join journal.details d using (seq) where e.act = 'Appointed somebody: Reviewer'
            """));
        Assert.Equal(0L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from journal.entries e where e::text like '%Amina%' or e::text like '%Monday%'"));
    }

    // The negative controls of the chain: each way to meddle is named.
    [Theory]
    [InlineData("journal.entries", "update journal.entries set act = 'Appointed nobody' where act like 'Appointed%'", "is not what was written")]
    [InlineData("journal.entries", "update journal.entries set at = at - interval '1 hour' where seq = 1", "is not what was written")]
    [InlineData("journal.entries", "update journal.entries set actor_id = gen_random_uuid() where seq = 1", "is not what was written")]
    [InlineData("journal.details", "delete from journal.details where seq = 1", "are gone, and no entry says why")]
    [InlineData("journal.details", "update journal.details set reason = 'It was raining'", "are not those that were written")]
    [InlineData("journal.heads", "update journal.heads set hash = sha256('')", "is another now or missing")]
    public async Task Whoever_changes_the_journal_behind_the_sites_back_is_found_out(string table, string sql, string fault)
    {
        await ActedAsync();
        await RunAsync<PB.Journal.KeepJournalHead>();
        Assert.Empty(await FaultsAsync("I25"));

        await MeddleAsync(table, sql);

        Assert.Contains(await FaultsAsync("I25"), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_the_first_entry_out_with_its_words_leaves_a_gap()
    {
        await ActedAsync();

        await MeddleAsync("journal.details", "alter table journal.entries disable trigger user; delete from journal.details where seq = 1; delete from journal.entries where seq = 1; alter table journal.entries enable trigger user");

        Assert.Contains(await FaultsAsync("I25"), found => found.Contains("stands in the place of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_the_last_entry_out_contradicts_the_head_that_was_published()
    {
        await ActedAsync();
        await RunAsync<PB.Journal.KeepJournalHead>();

        await MeddleAsync("journal.details", """
            alter table journal.entries disable trigger user;
            delete from journal.details where seq = (select max(seq) from journal.entries); delete from journal.entries where seq = (select max(seq) from journal.entries);
            alter table journal.entries enable trigger user
            """);

        Assert.Contains(await FaultsAsync("I25"), found => found.Contains("is another now or missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("update journal.book set act = 'x'")]
    [InlineData("delete from journal.book")]
    [InlineData("select * from journal.entries")]
    [InlineData("insert into journal.entries select * from journal.entries")]
    [InlineData("update journal.entries set act = 'x'")]
    [InlineData("delete from journal.entries")]
    [InlineData("truncate journal.entries")]
    [InlineData("delete from journal.details")]
    [InlineData("insert into journal.heads values (current_date, 1, '', now())")]
    [InlineData("delete from journal.touches")]
    [InlineData("select journal.erase(1, 'I do not like it')")]
    public async Task The_web_process_cannot_change_the_journal(string sql)
    {
        await ActedAsync();

        // The book is a view that only takes entries in.
        Assert.Contains((await RefusedAsync(sql)).SqlState, (string[])[PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ObjectNotInPrerequisiteState]);
    }

    [Theory]
    [InlineData("update journal.entries set act = 'x'")]
    [InlineData("delete from journal.entries")]
    [InlineData("truncate journal.entries, journal.details")]
    [InlineData("update journal.details set reason = 'x'")]
    [InlineData("truncate journal.details")]
    [InlineData("delete from journal.touches where true or exists (select 1)")]
    [InlineData("truncate journal.heads")]
    public async Task Triggers_say_no_to_the_owner_of_the_tables_as_well(string sql)
    {
        await ActedAsync();

        Assert.Equal("PB004", (await RefusedAsync(sql, asOwner: true)).SqlState);
    }

    [Fact]
    public async Task Words_can_be_erased_and_the_chain_still_holds()
    {
        await ActedAsync();

        await AskOwnerAsync<object>("set role pb_vote_owner; select journal.erase(1, 'Amina asked for it')");

        Assert.Empty(await FaultsAsync("I25"));
        Assert.Equal(0L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from journal.details where detail like '%Amina%' and seq = 1"));
        Assert.Equal(1L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from journal.entries where act = 'Erased the words of an entry' and subject = 'journal/1'"));
    }

    [Fact]
    public async Task Many_acts_at_once_get_numbers_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => ChangeAsync(async db =>
        {
            db.Journal.Add(new PB.Journal.JournalEntry(null, $"Act {i}", "tests", "", Clock.GetUtcNow()));
            // Every fourth act is undone after it was written.
            if (i % 4 == 0)
            {
                await using var undone = await db.Database.BeginTransactionAsync();
                await db.SaveChangesAsync();
                await undone.RollbackAsync();
            }
        })));

        Assert.Equal(30L, await EntriesAsync());
        Assert.Equal(30L, await AskOwnerAsync<long>("set role pb_vote_owner; select max(seq) from journal.entries"));
        Assert.Empty(await FaultsAsync("I25"));
    }

    [Fact]
    public async Task What_staff_change_without_the_journal_is_found_out()
    {
        await ActedAsync();
        var before = await FaultsAsync("I27");

        await ChangeAsync(async db => await db.AddAsync(new PB.People.Appointment((await AdaAsync(db)), db.Neighbourhoods.Single().Id)));

        Assert.Contains(await FaultsAsync("I27"), fault => !before.Contains(fault) && fault.Contains("public.appointments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_staff_change_through_the_site_is_in_the_journal()
    {
        await NeighbourhoodAsync();
        await ResidentAsync();
        var ada = await SignedInAsync(await AdministratorAsync());
        var before = await FaultsAsync("I27");

        await ada.PressAsync(await ada.OpenAsync("/desk/people/new"), "Appoint",
            ("Email", "amina-yusuf@example.org"), ("Roles", "NeighbourhoodManager"), ("Neighbourhoods", "eastfield"), ("Reason", "Starts on Monday"));

        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from appointments"));
        Assert.Equal(before, await FaultsAsync("I27"));
    }

    static Task<Guid> AdaAsync(PB.Data.PbContext db) => Task.FromResult(db.Users.Single(person => person.Name == "Ada Lind").Id);
}
