using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Approvals;
using PB.People;
using PB.Tests.Approvals;

namespace PB.Tests.Results;

public sealed class CertifyingTests : TwoPeopleTest
{
    [Fact]
    public async Task A_result_is_provisional_until_somebody_else_certifies_it()
    {
        await CountedAsync();
        var provisional = await Visitor().OpenAsync(Result);
        Assert.Contains("Provisional This is the count as it came out.", provisional.Text, StringComparison.Ordinal);
        Assert.Contains("Anybody can challenge it until Saturday 17 April 2027, 1:00pm (UK time).", provisional.Text, StringComparison.Ordinal);

        await MoveToAsync(Closing.AddDays(6));
        await DoneAsync(ApprovedAct.Certify);

        var final = await Visitor().OpenAsync(Result);
        Assert.Contains("Certified This result is final. Somebody who did not set up the round certified it (Ratifier) on Sunday 18 April 2027, 1:00pm (UK time).", final.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", final.Text, StringComparison.Ordinal);
        Assert.Equal("certified", await StateAsync());
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task Until_then_whoever_deleted_their_account_is_known_again_and_afterwards_not()
    {
        await CountedAsync();
        await DeleteAccountAsync(await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Amina Yusuf"))));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from register.departed"));

        await MoveToAsync(Closing.AddDays(6));
        await DoneAsync(ApprovedAct.Certify);

        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from register.departed"));
        foreach (var invariant in new[] { "I03", "I13", "I30", "I39" })
            Assert.Empty(await FaultsAsync(invariant));
    }

    [Fact]
    public async Task Not_while_it_can_still_be_challenged()
    {
        await CountedAsync();
        await MoveToAsync(Closing.AddDays(5).AddSeconds(-1));
        var asked = await AskAsync(Maya, ApprovedAct.Certify);

        var refused = await DecideAsync(Rita, asked.Path);

        Assert.StartsWith("This cannot be done now", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("sealed", await StateAsync());
        await MoveToAsync(Closing.AddDays(5));
        Assert.Empty((await DecideAsync(Rita, asked.Path)).Errors);
        Assert.Equal("certified", await StateAsync());
    }

    [Fact]
    public async Task Not_by_whoever_set_up_the_round()
    {
        await CountedAsync();
        await MoveToAsync(Closing.AddDays(6));
        var asked = await AskAsync(Rita, ApprovedAct.Certify);
        // Maya has since become a ratifier too.
        await AppointRatifierAsync(Maya);

        var refused = await DecideAsync(Maya, asked.Path);

        Assert.StartsWith("This needs a second person", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("sealed", await StateAsync());
    }

    [Fact]
    public async Task A_challenge_is_answered_in_public_before_anything_is_certified()
    {
        await CountedAsync();
        var amina = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Amina Yusuf")));
        var form = await amina.OpenAsync($"{Result}/challenges/new");
        var sent = await amina.PressAsync(form, "Send the challenge", ("Words", "The library had no ballots on Friday."));
        Assert.Contains("Challenged Somebody doubts this result.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The library had no ballots", (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);

        await MoveToAsync(Closing.AddDays(6));
        var asked = await AskAsync(Maya, ApprovedAct.Certify);
        Assert.NotEmpty((await DecideAsync(Rita, asked.Path)).Errors);

        var maya = await SignedInAsync(Maya);
        var page = await maya.OpenAsync(Result);
        var answer = await maya.OpenAsync(page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Answer this challenge").GetAttribute("href")!);
        await maya.PressAsync(answer, "Publish the answer", ("Outcome", "Rejected"), ("Answer", "It had 200, and 150 are left."));

        var answered = await Visitor().OpenAsync(Result);
        Assert.Contains("The library had no ballots on Friday. The council does not agree, and answered on Sunday 18 April 2027, 1:00pm (UK time): It had 200, and 150 are left.", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", answered.Text, StringComparison.Ordinal);
        Assert.Empty((await DecideAsync(Rita, asked.Path)).Errors);
        Assert.Contains("Certified", (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_time_for_challenges_there_is_no_button_and_the_database_refuses()
    {
        await CountedAsync();
        var amina = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Amina Yusuf")));
        var form = await amina.OpenAsync($"{Result}/challenges/new");
        await MoveToAsync(Closing.AddDays(5));

        var late = await amina.PressAsync(form, "Send the challenge", ("Words", "The library had no ballots on Friday."));

        Assert.Equal(["The time for challenges is over."], late.Errors);
        Assert.DoesNotContain("Challenge this result", (await amina.OpenAsync(Result)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Challenges.CountAsync()));
    }

    [Theory]
    [InlineData("update challenges set words = 'All was well.'")]
    [InlineData("update challenges set answer = 'No.'")]
    [InlineData("delete from challenges")]
    public async Task A_challenge_and_its_answer_stay(string sql)
    {
        await CountedAsync();
        await ChangeAsync(async db =>
        {
            var challenge = new PB.Results.Challenge(Round.Id, 1, Maya.Id, "I doubt it.", Clock.GetUtcNow());
            challenge.Settle(PB.Results.ChallengeOutcome.Rejected, "We do not.", Rita.Id, Clock.GetUtcNow());
            await db.AddAsync(challenge);
        });

        Assert.Equal("PB004", (await RefusedAsync(sql)).SqlState);
    }

    [Theory]
    [InlineData("update rounds set title = 'x'")]
    [InlineData("update rounds set certified_at = null")]
    [InlineData("update rounds set challenge_days = 9")]
    [InlineData("update rounds set published_at = null, certified_at = null")]
    [InlineData("insert into results select gen_random_uuid(), round_id, 2, rules_fingerprint, document, counted_at, 0, null, null from results")]
    public async Task After_that_nothing_of_the_round_changes(string sql)
    {
        await CertifiedAsync();

        Assert.Equal("PB007", (await RefusedAsync(sql)).SqlState);
    }

    [Theory]
    [InlineData("postgres", "public.results", "update public.results set document = '{}'")]
    [InlineData("postgres", "public.rounds", "update public.rounds set title = 'x'")]
    [InlineData("postgres", "public.pots", "update public.pots set amount = 1")]
    [InlineData("pb_vote_owner", "rnd.round", "update rnd.round set rules = 'x', rules_hash = sha256('x')")]
    public async Task Whoever_changes_something_of_it_behind_the_sites_back_is_found_out(string role, string table, string sql)
    {
        await CertifiedAsync();
        Assert.Empty(await FaultsAsync("I13"));

        await MeddleAsync(role == "postgres" ? "pb_migrator" : role, table, sql);

        Assert.Contains(await FaultsAsync("I13"), fault => fault.Contains("changed after it was certified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_way_that_is_none_is_found_out()
    {
        Assert.Empty(await FaultsAsync("I13"));

        await MeddleAsync("pb_vote_owner", "rnd.state_changes", "insert into rnd.state_changes select id, 2, 'open', 'certified', now(), '7' from rnd.round");

        Assert.Contains(await FaultsAsync("I13"), fault => fault.Contains("which is no way", StringComparison.Ordinal));
        Assert.Contains(await FaultsAsync("I13"), fault => fault.Contains("its history ends at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_only_be_annulled_after_that()
    {
        await CertifiedAsync();
        var page = await (await SignedInAsync(Maya)).OpenAsync(Requests);

        Assert.Equal(["Annul the vote", "Destroy the key of the round", "Download the list of voters"],
            page.Document.QuerySelectorAll("main ul a").Select(a => a.TextContent.Trim()));
        await DoneAsync(ApprovedAct.Void);
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Equal("void", await StateAsync());
    }

    [Fact]
    public async Task The_key_is_known_before_and_destroyed_by_two_after()
    {
        await CertifiedAsync();
        var key = Path.Combine(KeyFolder, $"{Round.Id}.key");
        var secret = await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken);
        var checksum = await AskOwnerAsync<string>("select encode(key_checksum, 'hex') from rnd.round");
        Assert.Contains(checksum, (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);

        await DoneAsync(ApprovedAct.DestroyKey);

        Assert.False(File.Exists(key));
        var page = await Visitor().OpenAsync(Result);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"Nobody. The key that could still connect ballots with voters was destroyed on Sunday 18 April 2027, 1:00pm (UK time), by two people. It was known by this fingerprint: {checksum}", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Destroyed the key of the round")));
        Assert.Empty(await FaultsAsync("I24"));
        Assert.Equal("", await ColumnsWithAsync(secret));
        // Pages that need no key still open, and none makes a new one.
        await Visitor().OpenAsync(Ballot);
        Assert.False(File.Exists(key));
        // The alarms ring when it is put back, into the folder or into the database.
        await File.WriteAllBytesAsync(key, secret, TestContext.Current.CancellationToken);
        Assert.Single(await FaultsAsync("I24"));
        await AskOwnerAsync<object>($"create table public.leak as select '\\x{Convert.ToHexString(secret)}'::bytea as b; grant select on public.leak to pb_vote_owner; select 1");
        Assert.Equal("public.leak", await ColumnsWithAsync(secret));
    }

    [Fact]
    public async Task The_key_stays_until_the_result_is_certified()
    {
        await CountedAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(Maya)).OpenAsync($"{Requests}/new?act=DestroyKey")).Status);
        const string id = "00000000-0000-7000-8000-000000000001";
        await AskOwnerAsync<object>($"""
            set role pb_vote_owner;
            select approval.ask('{id}', 'DestroyKey', (select id from rnd.round), '[]', 'now', (select id from people where name = 'Maya Okoro'), 'x', null)
            """);
        var forced = await AskOwnerAsync<string>($"""
            set role pb_vote_owner;
            select approval.decide('{id}', (select id from people where name = 'Rita Shah'), 'x', true, 'y', (select subject_hash from approval.requests))
            """);
        Assert.Equal("approved", forced);
        Assert.Equal("PB009", (await RefusedAsync("select rnd.carry_out('" + id + "')")).SqlState);
    }

    Task AppointRatifierAsync(Person who) => ChangeAsync(async db =>
    {
        var role = await db.Roles.SingleAsync(r => r.Name == Role.Ratifier);
        db.UserRoles.Add(new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { UserId = who.Id, RoleId = role.Id });
    });

    // Every bytea column of the database that holds these bytes.
    async Task<string> ColumnsWithAsync(byte[] bytes)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        var columns = new List<string>();
        await using (var command = owner.CreateCommand("""
            select format('%I.%I %I %I', t.schemaname, t.tablename, c.column_name, t.tableowner) from information_schema.columns c
            join pg_tables t on (t.schemaname, t.tablename) = (c.table_schema, c.table_name) where c.data_type = 'bytea' and t.schemaname not in ('pg_catalog', 'information_schema')
            """))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        var found = new List<string>();
        foreach (var column in columns.Select(c => c.Split(' ')))
            if (await AskOwnerAsync<bool>($"set role {column[2]}; select exists (select from {column[0]} where position('\\x{Convert.ToHexString(bytes)}'::bytea in {column[1]}) > 0)"))
                found.Add(column[0]);
        return string.Join(", ", found);
    }
}
