// Longer than the house allows: one measurement from beginning to end, with the statements that it measures.
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Npgsql;
using PB.Rounds;
using PB.Tests.Town;
using PB.Web.Data;

namespace PB.Tests.Faults;

/// <summary>How fast ballots come in over HTTP, beside how fast PostgreSQL commits the same rows: <c>ops/bench casting</c>.</summary>
/// <remarks>The load is wrk's: a program of C leaves the machine's two cores to site and database. It need not try again; KillingTests do.</remarks>
public sealed partial class CastingBench : IAsyncLifetime
{
    const int Clients = 32, Turns = 3, PerCeiling = 4000, PerClient = Turns * PerCeiling;

    static readonly int Seconds = Setting("PB_BENCH_SECONDS", 10);
    static readonly int WarmUp = Setting("PB_BENCH_WARM_UP", 40);
    static readonly int Full = Setting("PB_BENCH_BALLOTS", 1_000_000);
    static readonly int Forms = Setting("PB_BENCH_FORMS", 40_000);

    readonly string folder = Directory.CreateTempSubdirectory("pb-bench-").FullName;
    readonly List<string> told = [];
    Guid roundId;
    Cluster cluster = null!;
    NpgsqlDataSource owner = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await Cluster.StartAsync();
        owner = NpgsqlDataSource.Create(cluster.Owner);
        await Migration.RunAsync(owner);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Measure()
    {
        var town = new VotingTown(owner, TimeProvider.System);
        var round = await town.RoundAsync("Casting", TimeProvider.System.GetUtcNow().AddHours(8));
        await using var site = await SiteProcess.StartAsync(cluster.Web, cluster.Owner, folder, Environment.GetEnvironmentVariable("PB_BENCH_SITE"), ("Jobs__Engine", "none"));
        await CastAsync("warming up", town, round, site, Forms, WarmUp);
        roundId = round.Id;
        await PrepareCeilingAsync();

        // In turns: what else the machine does, and how fast it is this minute, is then the same for both.
        var (ceilings, casts) = (new List<double>(), new List<(double PerSecond, double P99)>());
        for (var turn = 0; turn < Turns; turn++)
        {
            ceilings.Add(await CeilingAsync(turn));
            casts.Add(await CastAsync("few ballots", town, round, site, Forms, Seconds));
        }
        var rate = casts.Average(cast => cast.PerSecond);
        Tell($"ratio: {rate / ceilings.Average():P0} of PostgreSQL's own (wanted: 40 % or more); p99 {casts.Max(cast => cast.P99):F1} ms at most (wanted: under 100 ms)");

        await FillAsync(round.Id);
        var full = await CastAsync($"{Full} ballots there", town, round, site, Forms, Seconds);
        var again = await CastAsync($"{Full} ballots there", town, round, site, Forms, Seconds);
        Tell($"with {Full} ballots: {(full.PerSecond + again.PerSecond) / 2 / rate:P0} of the rate with few (wanted: 90 % or more)");
        Tell($"load average now: {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}");
        if (Environment.GetEnvironmentVariable("PB_BENCH_REPORT") is { } report)
            await File.WriteAllLinesAsync(report, told);
    }

    async Task<(double PerSecond, double P99)> CastAsync(string when, VotingTown town, Round round, SiteProcess site, int forms, int seconds)
    {
        var file = Path.Combine(folder, "forms.txt");
        await WriteFormsAsync(file, await town.CrowdAsync(forms, withMail: true));
        var before = await InTheBoxAsync(round.Id);
        using var process = Process.GetProcessById(site.Id);
        var worked = process.TotalProcessorTime;
        var said = await RunAsync("wrk", ["-t2", $"-c{Clients}", $"-d{seconds}s", "--latency", "-s", Path.Combine(Server.Root, "ops", "casting.lua"),
            new Uri(site.Address, $"/rounds/{round.Slug}/ballot").ToString(), "--", file]);
        var cast = await InTheBoxAsync(round.Id) - before;
        process.Refresh();
        worked = process.TotalProcessorTime - worked;
        var (duration, p99) = (Milliseconds(Duration().Match(said)), Milliseconds(Slowest().Match(said)));
        var acknowledged = int.Parse(Acknowledged().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        // Those under way when wrk stops are in the box, and nobody heard of it.
        if (acknowledged == 0 || cast < acknowledged || cast > acknowledged + Clients)
            throw new InvalidOperationException($"{acknowledged} ballots acknowledged, {cast} in the box:\n{said}");
        Tell($"casting over HTTP, {Clients} clients, {when}: {acknowledged / duration * 1000:F0}/s, p99 {p99:F1} ms ({acknowledged} ballots, {worked.TotalMilliseconds / cast:F2} ms of the site's CPU each)");
        return (acknowledged / duration * 1000, p99);
    }

    async Task WriteFormsAsync(string file, IReadOnlyList<(PB.People.Person Person, PB.Roll.Voter)> crowd)
    {
        await using var sessions = new Sessions(owner);
        await using var lines = new StreamWriter(file);
        foreach (var ((person, _), index) in crowd.Select((one, index) => (one, index)))
        {
            var (cookie, field) = sessions.FormOf(person);
            var choices = string.Concat(VotingTown.ChoicesOf(1 + index % 500).Select(number => $"p={number}&"));
            await lines.WriteLineAsync($"{sessions.CookieOf(person)}; {cookie}\t{choices}seen=0&submission={RandomNumberGenerator.GetHexString(32, true)}&__RequestVerificationToken={field}");
        }
    }

    /// <summary>Voters whose ids pgbench can make, and a round for them.</summary>
    async Task PrepareCeilingAsync() => await ExecuteAsync(cluster.Owner, $"""
        insert into register.voters (id) select ('{Prefix}' || lpad(to_hex(n), 12, '0'))::uuid from generate_series(0, {Clients * PerClient - 1}) n;
        analyze register.voters
        """);

    const string Prefix = "00000000-0000-7000-8000-", Others = "00000000-0000-7000-9000-";

    /// <summary>What a cast commits — submission, mark, ballot, notice — in one prepared statement, without any site.</summary>
    async Task<double> CeilingAsync(int turn)
    {
        var login = new NpgsqlConnectionStringBuilder(cluster.Owner);
        var (script, first) = (Path.Combine(folder, "cast.sql"), turn * PerCeiling);
        await File.WriteAllTextAsync(script, $"""
            \set n :n + 1
            \set voter :client_id * {PerClient} + :n
            with ids as (select ('{Prefix}' || lpad(to_hex(:voter::bigint), 12, '0'))::uuid as voter, '{roundId}'::uuid as round),
            s as (insert into ballotbox.submission (key, request_mac, round_id, leaf_hash, version)
                select sha256(uuid_send(voter)), sha256('mac'), round, sha256(uuid_send(voter) || 'leaf'::bytea), 1 from ids),
            m as (insert into register.mark (round_id, voter_id, channel, version, final, assurance, last_at)
                select round, voter, 'web', 1, false, 'declared', clock_timestamp() from ids),
            b as (insert into ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash)
                select round, sha256(uuid_send(voter) || 'tag'::bytea), 1, '1,4,7', round::text, 'declared', sha256('nonce'), sha256(uuid_send(voter) || 'leaf'::bytea) from ids)
            insert into outbox.messages (id, key, "to", subject, body, created_at, next_try_at, tries)
            select voter, 'ballot/' || round || '/' || voter || '/1', voter || '@example.org', 'Your ballot in “Casting” is in', repeat('word ', 140), clock_timestamp(), clock_timestamp(), 0 from ids;
            """);
        var said = await RunAsync(Pgbench, ["-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", $"{Seconds}", "-D", $"n={first}", "-f", script,
            "-h", login.Host!, "-p", $"{login.Port}", "-U", login.Username!, login.Database!], login.Password);
        var perSecond = double.Parse(Tps().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        Tell($"the same rows by pgbench, {Clients} clients: {perSecond:F0}/s");
        return perSecond;
    }

    /// <summary>Sealed ballots of other voters, their marks and submissions, as a large city has them on its last evening.</summary>
    Task FillAsync(Guid round) => ExecuteAsync(cluster.Superuser, $"""
        set session_replication_role = replica;
        insert into register.voters (id) select ('{Others}' || lpad(to_hex(n), 12, '0'))::uuid from generate_series(1, {Full}) n;
        insert into register.mark select '{round}', ('{Others}' || lpad(to_hex(n), 12, '0'))::uuid, 'web', 1, false, 'declared', clock_timestamp() from generate_series(1, {Full}) n;
        insert into ballotbox.submission (key, request_mac, round_id, leaf_hash, version)
            select sha256(('key' || n)::bytea), sha256(('mac' || n)::bytea), '{round}', sha256(('leaf' || n)::bytea), 1 from generate_series(1, {Full}) n;
        insert into ballotbox.sealed (round_id, leaf_index, batch_no, tag, version, content, area, class, nonce, leaf_hash)
            select '{round}', n, 1, sha256(('tag' || n)::bytea), 1, '1,4,7', '{round}', 'declared', sha256(('nonce' || n)::bytea), sha256(('leaf' || n)::bytea)
            from generate_series(1, {Full}) n;
        vacuum analyze register.voters; vacuum analyze register.mark; vacuum analyze ballotbox.submission; vacuum analyze ballotbox.sealed; checkpoint
        """);

    async Task<long> InTheBoxAsync(Guid round)
    {
        await using var command = owner.CreateCommand($"select count(*) from ballotbox.inbox where round_id = '{round}' and area <> '{round}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task ExecuteAsync(string login, string sql)
    {
        await using var connection = new NpgsqlConnection(login + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? password = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program}: {await errors}{await output}");
    }

    void Tell(FormattableString what)
    {
        told.Add(what.ToString(CultureInfo.InvariantCulture));
        TestContext.Current.TestOutputHelper!.WriteLine(told[^1]);
    }

    static double Milliseconds(Match time) => double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture) * time.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        _ => throw new InvalidOperationException($"wrk said {time.Value}."),
    };

    [GeneratedRegex(@"requests in ([0-9.]+)(us|ms|s|m),")]
    private static partial Regex Duration();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s|m)")]
    private static partial Regex Slowest();

    [GeneratedRegex(@"acknowledged ([0-9]+)")]
    private static partial Regex Acknowledged();

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();

    static string Pgbench => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/pgbench";

    static int Setting(string name, int otherwise) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
