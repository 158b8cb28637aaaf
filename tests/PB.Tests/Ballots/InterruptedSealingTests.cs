using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Tests.Elections;

namespace PB.Tests.Ballots;

/// <summary>The process dies at each statement and each commit of close, seal and count in turn; whoever comes next finishes, once.</summary>
public sealed class InterruptedSealingTests : LogTest
{
    [Fact]
    public async Task A_process_that_dies_anywhere_between_close_and_count_leaves_what_the_next_one_finishes_once()
    {
        var deaths = 0;
        // Statements 1, 2, 3 … until there are no more, then commits.
        for (var (at, commits) = (1, false); ; at++)
        {
            var round = await ImportAsync();
            await MoveToAsync(round.ClosesAt);
            var died = await DiesAsync(at, commits);
            await RunAsync<CountClosedRounds>();

            Assert.Equal((2, 60), await AuditAsync(round.RoundId));
            Assert.Equal("sealed 1 1 1", await AskOwnerAsync<string>($"""
                select concat_ws(' ', (select state from rnd.round where id = '{round.RoundId}'), (select count(*) from results where round_id = '{round.RoundId}'),
                    (select count(*) from ballotbox.event where round_id = '{round.RoundId}' and type = 'close'),
                    (select count(*) from ballotbox.event where round_id = '{round.RoundId}' and type = 'setup'))
                """));
            if (!died && commits)
                break;
            (at, commits) = died ? (at, commits) : (0, true);
            deaths++;
        }

        Assert.True(deaths > 15, $"It died {deaths} times.");
    }

    async Task<bool> DiesAsync(int at, bool commits)
    {
        var keys = Hall.Services.GetRequiredService<RoundKeys>();
        await using var db = new PbContext(new DbContextOptionsBuilder<PbContext>().UseNpgsql(Database.Web).AddInterceptors(new Death(commits ? 0 : at), new DeathAtCommit(commits ? at : 0)).Options);
        try
        {
            await new CountClosedRounds(db, new BallotGate(db, keys, Clock), new BallotLog(db, keys), Clock).RunAsync(TestContext.Current.CancellationToken);
            return false;
        }
        catch (Exception death) when (death is DiedException or { InnerException: DiedException })
        {
            return true;
        }
    }

    async Task<ImportedElection> ImportAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var db = PbContext.On(owner);
        return await new ElectionImport(db, Hall.Services.GetRequiredService<RoundKeys>(), Clock).ImportAsync(
            SmallElection.Read(SmallElection.Text()), new ElectionImportOptions { Source = "made-up.pb" }, TestContext.Current.CancellationToken);
    }

    sealed class DiedException : Exception;

    sealed class Death(int at) : DbCommandInterceptor
    {
        int count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ++count == at ? throw new DiedException() : new(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ++count == at ? throw new DiedException() : new(result);
    }

    sealed class DeathAtCommit(int at) : DbTransactionInterceptor
    {
        int count;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ++count == at ? throw new DiedException() : new(result);
    }
}
