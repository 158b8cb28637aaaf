using PB.Results;

namespace PB.Tests.Ballots;

/// <summary>What somebody who sees the whole database can make of it.</summary>
public sealed class LogSecrecyTests : LogTest
{
    const string ByTransaction = """
        select (select count(*) from register.mark m join {0} b on b.xmin = m.xmin)
             + (select count(*) from register.mark m join ballotbox.submission s on s.xmin = m.xmin)
        """;

    protected override bool NeedsNewDatabase => true;

    [Fact]
    public async Task A_transactions_number_links_voter_and_ballot_until_it_is_sealed_and_never_after()
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(60));
        // The control: the join finds everybody where nothing is sealed.
        Assert.Equal(120L, await AskOwnerAsync<long>(ByTransaction.Replace("{0}", "ballotbox.inbox", StringComparison.Ordinal)));

        await SealAsync();
        Assert.Equal(0L, await AskOwnerAsync<long>(ByTransaction.Replace("{0}", "ballotbox.sealed", StringComparison.Ordinal)));

        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        Assert.Equal(0L, await AskOwnerAsync<long>(ByTransaction.Replace("{0}", "ballotbox.sealed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_places_of_rows_tell_the_order_of_voting_until_the_close_and_not_after()
    {
        const string together = """
            select abs(corr(m.place, v.place)) from
              (select voter_id, row_number() over (order by ctid) as place from register.mark) m
              join (select v.id, split_part(split_part(p.email, '@', 1), '-', 2)::int as place from register.voters v join people p on p.id = v.person_id) v on v.id = m.voter_id
            """;
        const string submitted = """
            select abs(corr(s.place, b.place)) from
              (select leaf_hash, row_number() over (order by ctid) as place from ballotbox.submission) s
              join (select leaf_hash, row_number() over (order by tag) as place from ballotbox.sealed) b using (leaf_hash)
            """;
        var (round, crowd) = (await OpenRoundAsync(), await CrowdAsync(400));
        await CastAllAsync(round, crowd);
        Assert.True(await AskOwnerAsync<double>(together) > 0.99, "The control does not ring.");

        // Gaps on the pages, in which a row that is only updated would stay where it was.
        foreach (var voter in crowd.Where((_, index) => index % 3 == 0))
            await CastAsync(round, voter, replaces: 1, 2, 3);
        await AskOwnerAsync<object>("vacuum register.mark");
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();

        // Four standard deviations of chance.
        Assert.InRange(await AskOwnerAsync<double>(together), 0, 0.2);
        Assert.InRange(await AskOwnerAsync<double>(submitted), 0, 0.2);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(distinct xmin::text) from register.mark"));
    }

    [Fact]
    public async Task The_count_sees_a_ballot_only_when_the_round_is_sealed_and_the_sealer_sees_no_person()
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(50));
        await SealAsync();
        const string asTally = "set role pb_tally; select count(*) from ballotbox.sealed";
        Assert.Equal(50L, await AskOwnerAsync<long>("select count(*) from ballotbox.sealed"));
        Assert.Equal(0L, await AskOwnerAsync<long>(asTally));

        await MoveToAsync(Closing);
        await AskOwnerAsync<bool>($"select rnd.close_round('{round.Id}')");
        Assert.Equal(0L, await AskOwnerAsync<long>(asTally));
        await RunAsync<CountClosedRounds>();
        Assert.Equal(50L, await AskOwnerAsync<long>(asTally));

        foreach (var sql in (string[])
        [
            "set role pb_sealer; select count(*) from register.mark", "set role pb_sealer; select count(*) from register.voters", "set role pb_tally; select count(*) from ballotbox.inbox",
            "set role pb_tally; delete from ballotbox.sealed", "set role pb_tally; select count(*) from register.mark", "set role pb_sealer; update ballotbox.sealed set content = ''",
        ])
            Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => AskOwnerAsync<long>(sql))).SqlState);
    }

    [Fact]
    public async Task Each_ballot_and_each_change_is_told_once_by_mail_without_its_choices_and_without_a_code_in_the_database()
    {
        var round = await OpenRoundAsync();
        var crowd = await CrowdAsync(3);
        await CastAllAsync(round, crowd);
        await CastAsync(round, crowd[0], 1, 2, 3);
        await CastAsync(round, crowd[0], 1, 2, 3);

        Assert.Equal("2 1 1", await AskOwnerAsync<string>("select string_agg(n::text, ' ' order by n desc) from (select count(*) as n from outbox.messages group by \"to\") mails"));
        Assert.Equal(4L, await AskOwnerAsync<long>("select count(*) from outbox.messages where body like '%[receipt code]%' and body !~ 'Benches|Trees|Slide|Lights'"));

        await MoveToAsync(Closing);
        await AskOwnerAsync<object>("update outbox.messages set next_try_at = null, sent_at = created_at returning 1");
        await RunAsync<CountClosedRounds>();
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from outbox.messages where key like 'ballot/%'"));
    }
}
