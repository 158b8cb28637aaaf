using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PB.Ballots;
using PB.Rounds;
using PB.Tests.Ballots;
using PB.Tests.Town;

namespace PB.Tests.Faults;

/// <summary>What <c>kill -9</c> does to ballots: voters over HTTP, the real site, a PostgreSQL of its own, and both are killed under load.</summary>
/// <remarks>
/// ops/faults runs it long, and against boxes that were broken on purpose. The load is not wrk's: that cannot send the same form again after a broken
/// connection until it knows, nor break one off itself, nor tell which answer belongs to which ballot.
/// </remarks>
public sealed class KillingTests : IAsyncLifetime
{
    const int Voters = 8;

    static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PB_FAULTS_KILLS") ?? "1", CultureInfo.InvariantCulture);
    static readonly string? Broken = Environment.GetEnvironmentVariable("PB_FAULTS_BREAK");

    readonly string keyFolder = Directory.CreateTempSubdirectory("pb-keys-").FullName;
    readonly ConcurrentQueue<string> diary = [];
    Cluster cluster = null!;
    NpgsqlDataSource owner = null!;
    SiteProcess site = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await Cluster.StartAsync();
        owner = NpgsqlDataSource.Create(cluster.Owner);
        await VotingTown.BuildAsync(owner);
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
        await owner.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(keyFolder, recursive: true);
    }

    [Fact]
    public async Task Every_ballot_that_was_said_to_be_in_is_counted_once_though_site_and_database_are_killed_under_load()
    {
        var keys = new RoundKeys(keyFolder);
        var town = new VotingTown(owner, TimeProvider.System);
        var round = await town.RoundAsync("Under fire", TimeProvider.System.GetUtcNow().AddHours(2));
        if (Broken is not null)
            await BrokenBox.BreakAsync(cluster, Broken);
        await StartSiteAsync();
        var book = new BallotBook(round.Id, keys.OpenOrMake(round.Id));
        await using var sessions = new Sessions(owner);
        using var over = new CancellationTokenSource();
        var load = await LoadAsync(town, round, book, sessions, over.Token);

        await KillAsync(book);
        await over.CancelAsync();
        await Task.WhenAll(load);
        await CloseAsync(round.Id);

        var reckoning = await book.ReckonAsync(owner);
        await ReportAsync(reckoning);
        if (Broken is not null)
            return; // Whoever broke it reads the report.
        Assert.True(reckoning.IsClean, $"{reckoning}\n{string.Join('\n', reckoning.Wrong)}");
        await LogAudit.CheckAsync(owner, round.Id);
    }

    async Task<List<Task>> LoadAsync(VotingTown town, Round round, BallotBook book, Sessions sessions, CancellationToken over)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(20) };
        var crowd = new ConcurrentQueue<(PB.People.Person Person, PB.Roll.Voter Voter)>(await town.CrowdAsync(80 + Kills * 120));
        var dice = new Dice(Dice.FreshSeed());
        return [.. Enumerable.Range(0, Voters).Select(_ => dice.Another()).Select(own => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested && crowd.TryDequeue(out var next))
                await VoteAsync(new VoterAtTheSite(http, () => site.Address, round.Slug, sessions.CookieOf(next.Person)), next.Voter.Id, book, own, over);
        }, CancellationToken.None))];
    }

    // One ballot and up to three changes; each only after the one before was said to be in.
    static async Task VoteAsync(VoterAtTheSite voter, Guid id, BallotBook book, Dice dice, CancellationToken over)
    {
        try
        {
            for (var (n, most) = (1, 1 + dice.Below(4)); n <= most && !over.IsCancellationRequested; n++)
            {
                var choices = VotingTown.ChoicesOf(n);
                var ballot = book.Send(id, BallotContent.Write(choices), n);
                // Null: it is in already, so the site has said so.
                if (await voter.ChooseAsync(choices, over) is not { } form || await voter.SendAsync(form, dice, over))
                    ballot.IsAcknowledged = true;
                else
                    ballot.IsRefused = true;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Voting was stopped; the ballot that was under way may be in or not.
        }
    }

    async Task KillAsync(BallotBook book)
    {
        for (var n = 1; n <= Kills; n++)
        {
            await UnderLoadAsync(book);
            var watch = Stopwatch.StartNew();
            await site.DisposeAsync();
            await StartSiteAsync();
            await SomebodyVotesAsync(book);
            Note($"kill {n} of the web process: ballots came in again after {watch.Elapsed.TotalSeconds:F1} s; {book.Acknowledged} so far");

            await UnderLoadAsync(book);
            watch.Restart();
            await cluster.KillAsync();
            await cluster.RestartAsync();
            owner.Clear();
            await SomebodyVotesAsync(book);
            Note($"kill {n} of PostgreSQL: ballots came in again after {watch.Elapsed.TotalSeconds:F1} s; {book.Acknowledged} so far");
        }
    }

    // The blow falls on a site at work.
    static async Task UnderLoadAsync(BallotBook book)
    {
        var before = book.Acknowledged;
        await UntilAsync(() => Task.FromResult(book.Acknowledged >= before + 40), "40 ballots more");
    }

    static async Task SomebodyVotesAsync(BallotBook book)
    {
        var before = book.Acknowledged;
        await UntilAsync(() => Task.FromResult(book.Acknowledged > before), "a ballot after a crash");
    }

    // The clock of the box is put forward, and the site's own job told to look now: it closes, seals and counts.
    async Task CloseAsync(Guid round)
    {
        await ExecuteAsync("update test.clock set ahead = '3 hours'");
        await ExecuteAsync("update quartz.qrtz_triggers set next_fire_time = (extract(epoch from clock_timestamp()) * 10000000)::bigint + 621355968000000000 where trigger_name = 'count-closed-rounds.sweep'");
        // A box that was broken may be past counting.
        await UntilAsync(async () => await AskAsync(Broken is null ? $"select exists (select from results where round_id = '{round}')"
            : $"select state <> 'open' from rnd.round where id = '{round}'"), "the count");
    }

    async Task StartSiteAsync() => site = await SiteProcess.StartAsync(cluster.Web, cluster.Owner, keyFolder);

    void Note(FormattableString what) => diary.Enqueue(what.ToString(CultureInfo.InvariantCulture));

    async Task ReportAsync(Reckoning reckoning)
    {
        foreach (var line in diary.Concat(reckoning.Wrong))
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        if (Environment.GetEnvironmentVariable("PB_FAULTS_REPORT") is { } file)
            await File.WriteAllLinesAsync(file, [.. diary, .. reckoning.Wrong, $"{reckoning}"]);
    }

    async Task ExecuteAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    async Task<bool> AskAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is true;
    }

    static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(20))
            if (watch.Elapsed > TimeSpan.FromMinutes(2))
                throw new TimeoutException($"Waited in vain for {what}.");
    }
}
