using System.Diagnostics;
using System.Globalization;
using PB.Tests.Town;

namespace PB.Tests.Faults;

/// <summary>A PostgreSQL of its own, by ops/pg, that may be killed: nobody else uses it.</summary>
sealed class Cluster : IAsyncDisposable
{
    readonly string name;

    Cluster(string name) => this.name = name;

    /// <summary>The site's login.</summary>
    public string Web => Url("pb_web");

    /// <summary>The login that owns the tables.</summary>
    public string Owner => Url("pb_migrator");

    /// <summary>The server's own superuser, for breaking what nobody else may break.</summary>
    public string Superuser => Url("postgres");

    /// <summary>Starts one. Whoever runs the tests may name it, to clear up behind them should they be killed themselves.</summary>
    public static async Task<Cluster> StartAsync()
    {
        var name = Environment.GetEnvironmentVariable("PB_FAULTS_CLUSTER") ?? string.Create(CultureInfo.InvariantCulture, $"faults-{Environment.ProcessId}");
        await PgAsync("drop", name);
        await PgAsync("start", name);
        return new Cluster(name);
    }

    /// <summary>Kills the server and all its processes, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        var status = await PgAsync("status", name);
        var lines = await File.ReadAllLinesAsync(Path.Combine(status[(status.IndexOf("data in ", StringComparison.Ordinal) + 8)..].Trim(), "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
        postmaster.Kill(entireProcessTree: true);
    }

    public Task RestartAsync() => PgAsync("start", name);

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        await PgAsync("drop", name);
    }

    string Url(string role) => PgAsync("url", name, role, "pb").GetAwaiter().GetResult() + ";Timeout=60;Command Timeout=120";

    static async Task<string> PgAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Server.Root, "ops", "pg"), arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"ops/pg {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
