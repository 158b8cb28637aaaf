using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Tests.Elections;
using PB.Tests.Town;

namespace PB.Tests.Jobs;

/// <summary>Tests of moments run while nothing else does.</summary>
[CollectionDefinition(nameof(RealTime), DisableParallelization = true)]
public sealed class RealTime;

/// <summary>Two real web processes on one database, with the real clock.</summary>
[Collection(nameof(RealTime))]
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
        sites.AddRange(await Task.WhenAll(SiteProcess.StartAsync(database, keyFolder), SiteProcess.StartAsync(database, keyFolder)));
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
    public async Task A_round_is_counted_once_within_two_seconds_of_its_close_and_also_when_the_counting_site_is_killed()
    {
        // The sweep comes every 10 s: by then each site knows of the round, and its alarm is set.
        var punctual = await ImportAsync(TimeSpan.FromSeconds(12));
        await UntilAsync("published_at is not null", punctual.RoundId);
        TestContext.Current.SendDiagnosticMessage(await AskAsync<string>("(select json_build_object('gate', extract(epoch from g.closed_at - voting_until), 'count', extract(epoch from counted_at - voting_until), 'pub', extract(epoch from published_at - voting_until))::text from rnd.round g where g.id = rounds.id)", punctual.RoundId));
        Assert.InRange(await AskAsync<double>("extract(epoch from counted_at - voting_until)::float8", punctual.RoundId), 0, 2);
        Assert.InRange(await AskAsync<double>("extract(epoch from published_at - counted_at)::float8", punctual.RoundId), 0, 10);
        await AssertCountedOnceAsync(punctual.RoundId);

        var contested = await ImportAsync(TimeSpan.FromSeconds(1));
        await using (var gate = await HoldGateAsync(contested.RoundId))
        {
            var counting = await CountingProcessAsync();
            await sites.Single(site => site.Id == counting).KillAsync();
        }

        await UntilAsync("published_at is not null", contested.RoundId);
        await AssertCountedOnceAsync(contested.RoundId);
        Assert.Equal(1L, await AskAsync<long>("(select count(*) from job_runs where error like 'The machine stopped%')", contested.RoundId));
    }

    async Task<ImportedElection> ImportAsync(TimeSpan closesIn)
    {
        await using var db = PbContext.On(owner);
        return await new ElectionImport(db, new RoundKeys(keyFolder), TimeProvider.System).ImportAsync(
            SmallElection.Read(SmallElection.Text()), new ElectionImportOptions { Source = "made-up.pb", ClosesIn = closesIn }, TestContext.Current.CancellationToken);
    }

    /// <summary>Holds the gate of a round like a ballot that is being cast, so that whoever closes it has to wait.</summary>
    async Task<NpgsqlConnection> HoldGateAsync(Guid round)
    {
        var connection = await owner.OpenConnectionAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock_shared(rnd.gate($1))", connection);
        command.Parameters.AddWithValue(round);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>The process that waits at the gate, by the name under which it is connected.</summary>
    async Task<int> CountingProcessAsync()
    {
        for (var tries = 0; tries < 300; tries++, await Task.Delay(100))
        {
            await using var command = owner.CreateCommand(
                "select application_name from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'");
            if (await command.ExecuteScalarAsync() is string name)
                return int.Parse(name.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        throw new TimeoutException("No site began to count.");
    }

    async Task UntilAsync(string condition, Guid round)
    {
        for (var tries = 0; tries < 400; tries++, await Task.Delay(100))
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
