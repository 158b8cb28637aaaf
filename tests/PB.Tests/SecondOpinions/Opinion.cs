using System.Diagnostics;
using PB.Tests.Town;

namespace PB.Tests.SecondOpinions;

/// <summary>Asks programs that others wrote. ops/test fetches them where there is a Node to run them; else the tests that ask are skipped.</summary>
static class Opinion
{
    static readonly string Folder = Path.Combine(Server.Root, "tests", "PB.Tests", "SecondOpinions");

    public static void Needs(string package) =>
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", package)), $"{package} is not fetched: npm ci in tests/PB.Tests/SecondOpinions.");

    /// <summary>A folder with this file: the one that the variable names, or the one that lies in a folder beside the checkout.</summary>
    public static string NeedsFolder(string variable, string beside, string file)
    {
        var folder = new[] { Environment.GetEnvironmentVariable(variable), Path.Combine(Server.Root, "..", "shared", beside) }.FirstOrDefault(one => one is not null && File.Exists(Path.Combine(one, file)));
        Assert.SkipWhen(folder is null, $"There is no {file} beside this checkout; {variable} names its folder.");
        return folder!;
    }

    public static Process Ask(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
