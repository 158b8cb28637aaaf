using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Tests.Elections;
using PB.Tests.Town;

namespace PB.Tests.Jobs;

/// <summary>Real web processes on one database, with the real clock.</summary>
public sealed class TwoSitesTests : IAsyncLifetime
{
    readonly string keyFolder = Directory.CreateTempSubdirectory("pb-keys-").FullName;
    readonly List<SiteProcess> sites = [];
    TestDatabase database = null!;
    NpgsqlDataSource owner = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        owner = NpgsqlDataSource.Create(database.Owner);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
            await site.DisposeAsync();
        await owner.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(keyFolder, recursive: true);
    }

    [Fact]
    public async Task Two_sites_count_a_round_once_and_when_the_counting_one_is_killed_the_other_takes_over()
    {
        await StartSitesAsync(2);
        var shared = await ImportAsync(TimeSpan.FromSeconds(1));
        await UntilAsync("published_at is not null", shared.RoundId);
        await AssertCountedOnceAsync(shared.RoundId);

        ImportedElection contested;
        await using (await HoldResultsAsync())
        {
            contested = await ImportAsync(TimeSpan.FromSeconds(1));
            var counting = await CountingProcessAsync();
            await sites.Single(site => site.Id == counting).KillAsync();
        }

        await UntilAsync("published_at is not null", contested.RoundId);
        await AssertCountedOnceAsync(contested.RoundId);
        Assert.NotEqual(0L, await AskAsync<long>("(select count(*) from job_runs where error like 'The machine stopped%')", contested.RoundId));
    }

    [Fact]
    public async Task A_round_is_counted_by_the_alarm_that_is_set_for_the_instant_of_its_close()
    {
        const string Alarm = "(select count(*) from quartz.qrtz_triggers where trigger_name = 'count-closed-rounds.alarm' and next_fire_time is not null)";
        const string Instant = "(select next_fire_time from quartz.qrtz_triggers where trigger_name = 'count-closed-rounds.alarm')";
        await StartSitesAsync(1);
        // The jobs, which come every 10 s at the latest, set it.
        var round = (await ImportAsync(TimeSpan.FromSeconds(25))).RoundId;
        await UntilAsync(Alarm + " = 1", round);
        Assert.Equal((await AskAsync<DateTime>("voting_until", round)).Ticks, await AskAsync<long>(Instant, round));

        // From now on nothing but the alarm can start a count.
        await ExecuteAsync("update quartz.qrtz_triggers set trigger_state = 'PAUSED' where trigger_name = 'count-closed-rounds.sweep'");
        await UntilAsync("published_at is not null", round);

        Assert.True(await AskAsync<bool>("counted_at >= voting_until", round));
        await AssertCountedOnceAsync(round);
        Assert.Equal("PAUSED", await AskAsync<string>("(select trigger_state from quartz.qrtz_triggers where trigger_name = 'count-closed-rounds.sweep')", round));
    }

    async Task StartSitesAsync(int number) =>
        sites.AddRange(await Task.WhenAll(Enumerable.Range(0, number).Select(_ => SiteProcess.StartAsync(database, keyFolder))));

    async Task<ImportedElection> ImportAsync(TimeSpan closesIn)
    {
        await using var db = PbContext.On(owner);
        return await new ElectionImport(db, new RoundKeys(keyFolder), TimeProvider.System).ImportAsync(
            SmallElection.Read(SmallElection.Text()), new ElectionImportOptions { Source = "made-up.pb", ClosesIn = closesIn }, TestContext.Current.CancellationToken);
    }

    /// <summary>Keeps results from being stored, so that whoever counts has to wait with the count in hand.</summary>
    async Task<NpgsqlConnection> HoldResultsAsync()
    {
        var connection = await owner.OpenConnectionAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table results in share mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>The process that waits to store its count, by the name under which it is connected.</summary>
    async Task<int> CountingProcessAsync()
    {
        for (var tries = 0; tries < 1200; tries++, await Task.Delay(100))
        {
            await using var command = owner.CreateCommand(
                "select application_name from pg_locks join pg_stat_activity using (pid) where relation = 'results'::regclass and not granted");
            if (await command.ExecuteScalarAsync() is string name)
                return int.Parse(name.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        throw new TimeoutException("No site began to count.");
    }

    async Task ExecuteAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    async Task UntilAsync(string condition, Guid round)
    {
        for (var tries = 0; tries < 1200; tries++, await Task.Delay(100))
            if (await AskAsync<bool>(condition, round))
                return;
        throw new TimeoutException($"The round did not come to this: {condition}.");
    }

    async Task AssertCountedOnceAsync(Guid round)
    {
        Assert.Equal(1L, await AskAsync<long>("(select count(*) from results where round_id = rounds.id)", round));
        Assert.Equal(1L, await AskAsync<long>("(select count(*) from journal.entries where act = 'Counted the ballots' and subject = 'rounds/' || slug)", round));
    }

    async Task<T> AskAsync<T>(string what, Guid round)
    {
        await using var command = owner.CreateCommand($"select {what} from rounds where id = $1");
        command.Parameters.AddWithValue(round);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
