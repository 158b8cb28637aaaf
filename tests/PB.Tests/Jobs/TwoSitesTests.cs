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
    public async Task Two_sites_count_a_round_once_and_when_the_counting_one_is_killed_the_other_takes_over()
    {
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
        Assert.Equal(1L, await AskAsync<long>("(select count(*) from job_runs where error like 'The machine stopped%')", contested.RoundId));

        // The sweep comes every 10 s: by the close the site knows of this round, and its alarm is set.
        var punctual = await ImportAsync(TimeSpan.FromSeconds(12));
        await UntilAsync("published_at is not null", punctual.RoundId);
        Assert.InRange(await AskAsync<double>("extract(epoch from counted_at - voting_until)::float8", punctual.RoundId), 0, 2);
    }

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
        for (var tries = 0; tries < 300; tries++, await Task.Delay(100))
        {
            await using var command = owner.CreateCommand(
                "select application_name from pg_locks join pg_stat_activity using (pid) where relation = 'results'::regclass and not granted");
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
