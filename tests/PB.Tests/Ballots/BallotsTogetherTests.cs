using System.Net;
using Npgsql;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

public sealed class BallotsTogetherTests : BallotTest
{
    [Fact]
    public async Task Ballots_that_come_in_one_moment_share_a_transaction_and_each_is_in_once()
    {
        await OpenRoundAsync();

        var pages = await SendTogetherAsync(await FormsAsync(1, 2, 3, 4, 1, 2, 3, 4, 1, 2));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "Your ballot is in"), (page.Status, page.Heading)));
        Assert.Equal(10L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
        Assert.Equal(10L, await AskOwnerAsync<long>("select count(*) from register.mark"));
        Assert.InRange(await AskOwnerAsync<long>("select count(distinct xmin::text) from ballotbox.inbox"), 1, 9);
    }

    [Fact]
    public async Task A_ballot_that_something_is_wrong_with_keeps_no_other_out()
    {
        await OpenRoundAsync();
        await AskOwnerAsync<object>("""
            create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose'; end $$;
            create trigger break before insert on ballotbox.inbox for each row when (new.content = '4') execute function break_it();
            select 1
            """);

        var pages = await SendTogetherAsync(await FormsAsync(1, 2, 3, 1, 2, 3, 1, 4, 2, 3));

        Assert.Equal(HttpStatusCode.InternalServerError, pages[7].Status);
        Assert.All(pages.Where(page => page != pages[7]), page => Assert.Equal("Your ballot is in", page.Heading));
        Assert.Equal(9L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
        Assert.Equal(9L, await AskOwnerAsync<long>("select count(*) from register.mark"));
    }

    [Fact]
    public async Task Who_sends_twice_in_one_moment_is_in_once_and_told_so()
    {
        await OpenRoundAsync();
        var forms = await FormsAsync(1, 2, 3, 1, 2, 3, 1, 2);
        // The first voter taps twice; the second sends another choice from another page.
        var (twice, other) = (forms[0], (forms[1].Browser, await ChooseAsync(forms[1].Browser, 4)));

        var pages = await SendTogetherAsync([.. forms, twice, other]);

        Assert.All(pages.Where((_, place) => place is not 1 and not 9), page => Assert.Equal("Your ballot is in", page.Heading));
        Assert.Equal(["Eastfield 2027 You changed your ballot on another device", "Your ballot is in"], ((string[])[pages[1].Heading, pages[9].Heading]).Order());
        foreach (var table in (string[])["ballotbox.inbox", "register.mark", "ballotbox.submission", "outbox.messages where key like 'ballot/%'"])
            Assert.Equal(8L, await AskOwnerAsync<long>($"select count(*) from {table}"));
    }

    [Fact]
    public async Task Ballots_that_wait_while_voting_ends_are_not_taken()
    {
        await OpenRoundAsync();

        var pages = await SendTogetherAsync(await FormsAsync(1, 2, 3, 1, 2), meanwhile: () => MoveToAsync(Closing));

        Assert.All(pages, page => Assert.Equal("Eastfield 2027 Your ballot was not taken", page.Heading));
        foreach (var table in (string[])["ballotbox.inbox", "register.mark", "ballotbox.submission"])
            Assert.Equal(0L, await AskOwnerAsync<long>($"select count(*) from {table}"));
    }

    async Task<List<(Browser Browser, Page Check)>> FormsAsync(params int[] choices)
    {
        var forms = new List<(Browser Browser, Page Check)>();
        foreach (var (place, choice) in choices.Index())
        {
            var browser = await SignedInAsync(await VoterAsync($"Voter {(char)('A' + place)}"));
            forms.Add((browser, await ChooseAsync(browser, choice)));
        }

        return forms;
    }

    // The gate is held while they come: the first few handfuls wait for it, however many are in each, and the rest gathers.
    async Task<Page[]> SendTogetherAsync(IReadOnlyList<(Browser Browser, Page Check)> forms, Func<Task>? meanwhile = null)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        await using var holding = await owner.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(rnd.gate(id)) from rnd.round", owner))
            await hold.ExecuteNonQueryAsync();
        var sent = forms.Select(form => form.Browser.PressAsync(form.Check, "Send my ballot")).ToArray();
        while (await AskOwnerAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())") == 0)
            await Task.Delay(50);
        await Task.Delay(2000);
        if (meanwhile is not null)
            await meanwhile();
        await holding.RollbackAsync();
        return await Task.WhenAll(sent);
    }
}
