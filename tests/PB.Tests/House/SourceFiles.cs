using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PB.Tests.Town;

namespace PB.Tests.House;

/// <summary>The files that git tracks, as the rules of the house look at them.</summary>
static class SourceFiles
{
    /// <summary>A file over a limit says why in its first lines, after these words.</summary>
    const string Reason = "Longer than the house allows:";

    public static IReadOnlyList<SourceFile> All { get; } = [.. Tracked().Select(path => new SourceFile(path))];

    public static IEnumerable<SourceFile> CSharp(string folder) =>
        All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal)
                          && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Views => All.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal));

    static IEnumerable<string> Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = Server.Root, RedirectStandardOutput = true })!;
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return paths.Where(path => File.Exists(Path.Combine(Server.Root, path)));
    }

    internal sealed class SourceFile(string path)
    {
        readonly Lazy<string> text = new(() => File.ReadAllText(System.IO.Path.Combine(Server.Root, path)));

        public string Path => path;

        public string Text => text.Value;

        public string[] Lines => Text.Split('\n');

        public int Length => Lines.Count(line => line.Trim().Length > 0);

        public bool GivesReason => Lines.Take(5).Any(line => line.Contains(Reason, StringComparison.Ordinal));

        public SyntaxNode Syntax => CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview), path).GetRoot();
    }
}
