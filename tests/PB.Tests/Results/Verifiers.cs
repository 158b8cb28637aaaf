using System.Diagnostics;
using PB.Tests.Town;

namespace PB.Tests.Results;

/// <summary>Both verifiers of a published pack, run as a stranger runs them.</summary>
static class Verifiers
{
    static readonly string Tool = Path.Combine(
        Server.Root, "src", "PB.Cli", "bin", Path.GetRelativePath(Path.Combine(Server.Root, "tests", "PB.Tests", "bin"), AppContext.BaseDirectory), "PB.Cli.dll");

    static readonly string Script = Path.Combine(Server.Root, "ops", "verify.py");

    public static async Task AssertPassAsync(Browser visitor, string round, string line)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pb-pack-").FullName, "pack.zip");
        await File.WriteAllBytesAsync(path, await visitor.Client.GetByteArrayAsync(new Uri($"/rounds/{round}/result/pack.zip", UriKind.Relative)));
        var said = await Task.WhenAll(SaidAsync("dotnet", Tool, "verify", path), SaidAsync("python3", Script, path));
        Assert.All(said, text => Assert.Contains(line, text, StringComparison.Ordinal));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    static async Task<string> SaidAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? said : throw new InvalidOperationException(said);
    }
}
