using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PB.Tests.Town;

/// <summary>The site as it runs in earnest: a process of its own, with the real clock and the jobs' engine.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly Process process;
    readonly Uri? address;
    readonly Task<string> output, errors;

    SiteProcess(Process process, Uri? address = null)
    {
        (this.process, this.address) = (process, address);
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public int Id => process.Id;

    /// <summary>Where it answers.</summary>
    public Uri Address => address ?? throw new InvalidOperationException("This run of the program does not serve the site.");

    /// <summary>Starts the site on a free port and waits until it is well.</summary>
    public static Task<SiteProcess> StartAsync(TestDatabase database, string keyFolder) => StartAsync(database.Web, database.Owner, keyFolder);

    /// <param name="web">The database as the site may use it.</param>
    /// <param name="owner">The same for who owns it.</param>
    /// <param name="keyFolder">Where the rounds' keys are.</param>
    /// <param name="folder">Where the program lies, if not beside the tests.</param>
    /// <param name="settings">Settings on top.</param>
    public static async Task<SiteProcess> StartAsync(
        string web, string owner, string keyFolder, string? folder = null, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var site = new SiteProcess(Launch((web, owner), keyFolder, folder ?? AppContext.BaseDirectory, settings, "--urls", address.ToString()), address);
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); !await IsWellAsync(client, address); await Task.Delay(100))
            if (site.process.HasExited || watch.Elapsed > Patience)
                throw new InvalidOperationException($"The site does not start:\n{(site.process.HasExited ? await site.errors : "no answer")}");
        return site;
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        TestDatabase database, string keyFolder, (string Name, string Value)[] settings, params string[] arguments)
    {
        await using var run = new SiteProcess(Launch((database.Web, database.Owner), keyFolder, AppContext.BaseDirectory, settings, arguments));
        await run.process.WaitForExitAsync().WaitAsync(Patience);
        return (run.process.ExitCode, await run.output, await run.errors);
    }

    /// <summary>Like kill -9: it gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    static Process Launch((string Web, string Owner) database, string keyFolder, string folder, (string Name, string Value)[] settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "PB.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ConnectionStrings__PB"] = database.Web;
        start.Environment["ConnectionStrings__PBMigrator"] = database.Owner;
        start.Environment["PB__KeyFolder"] = keyFolder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static async Task<bool> IsWellAsync(HttpClient client, Uri address)
    {
        try
        {
            return (await client.GetAsync(new Uri(address, "health"))).StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
