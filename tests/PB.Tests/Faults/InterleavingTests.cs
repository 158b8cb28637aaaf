using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PB.Ballots;
using PB.Roll;
using PB.Rounds;
using PB.Tests.Ballots;
using PB.Tests.Town;

namespace PB.Tests.Faults;

/// <summary>Casting, changing, trying again, sealing and closing in whatever order it comes, on two nodes that break at any point, by a clock that jumps.</summary>
/// <remarks>PB_FAULTS_BALLOTS says how many ballots are to be acknowledged; then PostgreSQL is one that is killed too. PB_FAULTS_SEED repeats the chance.</remarks>
public sealed class InterleavingTests : IAsyncLifetime
{
    const int Workers = 8;

    static readonly string? Long = Environment.GetEnvironmentVariable("PB_FAULTS_BALLOTS");
    static readonly int Wanted = int.Parse(Long ?? "500", CultureInfo.InvariantCulture);
    static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("PB_FAULTS_SEED") ?? $"{Dice.FreshSeed()}", CultureInfo.InvariantCulture);

    readonly string keyFolder = Directory.CreateTempSubdirectory("pb-keys-").FullName;
    readonly TestClock clock = new();
    readonly ConcurrentDictionary<Guid, int> ballotsOf = [];
    Cluster? cluster;
    TestDatabase? database;
    NpgsqlDataSource owner = null!;
    Node[] nodes = [];
    DateTimeOffset opening, closing;
    volatile bool isOver;

    public async ValueTask InitializeAsync()
    {
        if (Long is not null)
            cluster = await Cluster.StartAsync();
        else
            database = await TestDatabase.CreateAsync();
        owner = NpgsqlDataSource.Create(cluster?.Owner ?? database!.Owner);
        if (cluster is not null)
            await VotingTown.BuildAsync(owner);
        var keys = new RoundKeys(keyFolder);
        nodes = [.. new[] { "node one", "node two" }.Select(name => new Node(cluster?.Web ?? database!.Web, name, keys, clock))];
        (opening, closing) = (new(2027, 4, 5, 12, 0, 0, TimeSpan.Zero), new(2027, 4, 12, 12, 0, 0, TimeSpan.Zero));
        await MoveToAsync(opening);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        Directory.Delete(keyFolder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_breaks_and_in_whatever_order_things_come_each_acknowledged_ballot_is_counted_once_and_none_is_late(bool mayChange)
    {
        var (round, reckoning) = await PlayAsync(mayChange, mayChange ? Wanted : Math.Min(Wanted / 4, 2500));

        if (Environment.GetEnvironmentVariable("PB_FAULTS_REPORT") is { } report)
            await File.AppendAllLinesAsync(report, [.. reckoning.Wrong, $"seed {Seed}, ballots {(mayChange ? "may" : "may not")} be changed: {reckoning}"]);
        Assert.True(reckoning.IsClean, $"Seed {Seed}: {reckoning}\n{string.Join('\n', reckoning.Wrong)}");
        await LogAudit.CheckAsync(owner, round);
        // As many mails as ballots: nobody's ballot changes behind their back.
        Assert.Equal("", await AskAsync($"""
            select case when (select count(*) from outbox.messages where key like 'ballot/{round}/%') <> (select count(*) from ballotbox.sealed where round_id = '{round}')
                then 'not as many mails as ballots' else '' end
            """));
    }

    // The negative controls: what is broken on purpose is found.
    [Theory]
    [InlineData("says-yes-to-all")]
    [InlineData("forgets-what-was-sent")]
    [InlineData("forgets-the-close")]
    public async Task A_box_that_was_broken_on_purpose_is_found_out(string way)
    {
        await BrokenBox.BreakAsync(cluster?.Owner ?? database!.Owner, way);

        var (_, reckoning) = await PlayAsync(mayChange: true, 80, withMail: false);

        Assert.True(way switch
        {
            "says-yes-to-all" => reckoning.Lost == reckoning.Acknowledged,
            "forgets-what-was-sent" => reckoning.Doubled > 0,
            _ => reckoning.Wrong.Any(fault => fault.Contains("after the close", StringComparison.Ordinal)),
        }, $"Seed {Seed}: {reckoning}\n{string.Join('\n', reckoning.Wrong)}");
    }

    async Task<(Guid Round, Reckoning Reckoning)> PlayAsync(bool mayChange, int wanted, bool withMail = true)
    {
        var town = new VotingTown(owner, clock);
        var round = await town.RoundAsync(mayChange ? "May change" : "Once only", closing, new BallotRules { AllowChange = mayChange });
        var voters = (await town.CrowdAsync(mayChange ? Math.Max(20, wanted / 8) : wanted * 2, withMail)).Select(one => one.Voter).ToArray();
        var book = new BallotBook(round.Id, new RoundKeys(keyFolder).OpenOrMake(round.Id));
        var dice = new Dice(Seed);
        using var end = new CancellationTokenSource();
        Task[] trouble = [MoveClockAsync(dice.Another(), end.Token), BreakAsync(book, dice.Another(), end.Token), SealAsync(dice.Another(), end.Token)];
        var work = Enumerable.Range(0, Workers).Select(_ => dice.Another()).Select(own => Task.Run(() => VoteAsync(book, round, voters, own, end.Token))).ToArray();

        try
        {
            await UntilAsync(() => book.Acknowledged >= wanted, [.. work, .. trouble]);
            await CloseAsync(trouble[0]);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll([.. work, .. trouble]);
        }

        // Connections from before a crash.
        owner.Clear();
        await CountAsync(round.Id, dice);
        return (round.Id, await book.ReckonAsync(owner));
    }

    // While everybody is still sending, the clock comes to the close; what is sent for the first time after that is late.
    async Task CloseAsync(Task jumping)
    {
        isClosing = true;
        await jumping;
        await InsistAsync(() => MoveToAsync(closing));
        isOver = true;
        await Task.Delay(400);
    }

    async Task CountAsync(Guid round, Dice dice)
    {
        var both = nodes.Select(node => (node, own: dice.Another())).ToList();
        while (await AskAsync($"select count(*) from results where round_id = '{round}'") is 0L)
            await Task.WhenAll(both.Select(one => TryAsync(() => one.node.CountAsync(one.own))));
        Assert.Equal(1L, await AskAsync($"select count(*) from results where round_id = '{round}'"));
    }

    async Task VoteAsync(BallotBook book, Round round, Voter[] voters, Dice dice, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var voter = voters[dice.Below(voters.Length)];
            var seen = 0;
            if (!await TryAsync(async () => seen = await nodes[dice.Below(2)].SeenAsync(voter, round)))
                continue;
            // Two devices that saw the same; or one that shows what is long past.
            var devices = Enumerable.Range(0, dice.In(15) ? 2 : 1).Select(_ => dice.Another());
            await Task.WhenAll(devices.Select(own => SendAsync(book, round, voter, own.In(10) ? own.Below(seen + 1) : seen, own)));
        }
    }

    /// <summary>Sends one form until there is an answer: sometimes twice at once, sometimes again although it is in.</summary>
    async Task SendAsync(BallotBook book, Round round, Voter voter, int seen, Dice dice)
    {
        var n = ballotsOf.AddOrUpdate(voter.Id, 1, (_, before) => before + 1);
        var entry = new BallotEntry(VotingTown.ChoicesOf(n), Channel.Web, $"{voter.Id}/{n}", seen);
        var ballot = book.Send(voter.Id, BallotContent.Write(entry.Numbers), seen + 1, isOver);
        for (var sent = 0; ballot is { IsAcknowledged: false, IsRefused: false } || sent < 2 && dice.In(15); sent++)
            await Task.WhenAll(Enumerable.Range(0, dice.In(20) ? 2 : 1).Select(_ => dice.Another()).Select(own => TryAsync(async () =>
            {
                if (await nodes[own.Below(2)].CastAsync(voter, round, entry, own) is null)
                    ballot.IsAcknowledged = true;
                else
                    ballot.IsRefused = true;
            })));
    }

    async Task MoveClockAsync(Dice dice, CancellationToken end)
    {
        for (; !isClosing && !end.IsCancellationRequested; await Task.Delay(30, CancellationToken.None))
            await TryAsync(() => MoveToAsync(opening + (closing - opening) / 1000 * dice.Below(1000)));
    }

    async Task BreakAsync(BallotBook book, Dice dice, CancellationToken end)
    {
        for (var next = 1000; !end.IsCancellationRequested; await Task.Delay(60, CancellationToken.None))
        {
            await TryAsync(() => nodes[dice.Below(2)].CutAsync(all: dice.In(10)));
            if (cluster is null || book.Acknowledged < next)
                continue;
            await cluster.KillAsync();
            await cluster.RestartAsync();
            next += 1000;
        }
    }

    async Task SealAsync(Dice dice, CancellationToken end)
    {
        for (; !end.IsCancellationRequested; await Task.Delay(150, CancellationToken.None))
            await TryAsync(() => nodes[dice.Below(2)].SealAsync(dice));
    }

    volatile bool isClosing;

    async Task MoveToAsync(DateTimeOffset moment)
    {
        await using var command = owner.CreateCommand("update test.clock set now = $1");
        command.Parameters.AddWithValue(moment);
        await command.ExecuteNonQueryAsync();
        clock.MoveTo(moment);
    }

    async Task<object> AskAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!;
    }

    static async Task InsistAsync(Func<Task> act)
    {
        while (!await TryAsync(act))
            await Task.Delay(20);
    }

    /// <summary>Whether it went through. What goes wrong otherwise than by our faults is not caught.</summary>
    static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception failure) when (Node.IsFault(failure))
        {
            return false;
        }
    }

    static async Task UntilAsync(Func<bool> isSo, Task[] work)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(20))
        {
            if (work.FirstOrDefault(task => task.IsFaulted) is { } failed)
                await failed;
            if (watch.Elapsed > TimeSpan.FromMinutes(30))
                throw new TimeoutException($"Seed {Seed}: the ballots do not come in.");
        }
    }
}
