using System.Diagnostics;

namespace PB.Tests.Town;

/// <summary>The PostgreSQL that tests run on: the one that ops/test names, else this checkout's own, started now.</summary>
static class Server
{
    static readonly Lazy<(string Migrator, string Web)> Own = new(Start);

    public static string Migrator => Environment.GetEnvironmentVariable("PB_TEST_POSTGRES") ?? Own.Value.Migrator;

    public static string Web => Environment.GetEnvironmentVariable("PB_TEST_WEB") ?? Own.Value.Web;

    public static string Root { get; } = FindRoot();

    static (string, string) Start()
    {
        Pg("start", "test");
        return (Pg("url", "test", "pb_migrator", "postgres"), Pg("url", "test", "pb_web", "postgres"));
    }

    static string Pg(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root, "ops", "pg"), arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ops/pg {string.Join(' ', arguments)} failed.");
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PB.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
        return folder.FullName;
    }
}
