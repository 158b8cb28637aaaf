using System.Diagnostics;
using System.Globalization;

namespace PB.Tally.Tests.Cli;

/// <summary>Runs the second verifier, ops/verify.py: one Python for all packs, since starting it takes longer than verifying one.</summary>
static class Scripts
{
    const string Loop = """
        import sys
        sys.path.insert(0, sys.argv[1])
        import verify
        sys.stdout.reconfigure(encoding="utf-8")
        for line in sys.stdin:
            code = verify.main([line.rstrip("\n")])
            print("exit %d" % code, flush=True)
        """;

    static readonly Lazy<Process> Python = new(() => Start("-B", "-c", Loop, Folder()));
    static readonly Lock OneByOne = new();

    /// <summary>The exit code and what the script prints about a pack.</summary>
    public static (int Exit, string Output) Verify(string path)
    {
        lock (OneByOne)
        {
            Python.Value.StandardInput.WriteLine(path);
            Python.Value.StandardInput.Flush();
            var lines = new List<string>();
            while (Python.Value.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith("exit ", StringComparison.Ordinal)) return (int.Parse(line[5..], CultureInfo.InvariantCulture), string.Join('\n', lines));
                lines.Add(line);
            }
            throw new InvalidOperationException($"The script ended while it verified {path}.");
        }
    }

    /// <summary>The exit code of the script run by itself.</summary>
    public static int VerifyAsAStrangerDoes(string path)
    {
        using var run = Start("-B", Path.Combine(Folder(), "verify.py"), path);
        run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode;
    }

    static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("python3", args) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PB.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "ops");
    }
}
