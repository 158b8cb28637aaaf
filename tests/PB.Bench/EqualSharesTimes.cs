using System.Diagnostics;
using System.Globalization;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Bench;

/// <summary>Times of equal shares on whole elections: wall, processor and memory, the best of a few runs. Reading the file is not in it.</summary>
/// <remarks><c>shares RULE budapest|million|FILE.pb …</c></remarks>
static class EqualSharesTimes
{
    public static void Run(string rule, IEnumerable<string> elections)
    {
        foreach (var name in elections) Measure(rule, name);
    }

    static void Measure(string name, string from)
    {
        var (election, unit) = ElectionOf(from);
        var rule = Rules.Named(name, unit)!;
        var best = (Wall: double.MaxValue, Cpu: 0.0, Count: default(Count));
        for (var (run, clock) = (0, Stopwatch.StartNew()); run < 5 && clock.Elapsed.TotalSeconds < 20; run++)
        {
            var (cpu, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var count = rule.Count(election, Detail.Decisions);
            var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (wall < best.Wall) best = (wall, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, count);
        }
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(from)[..Math.Min(36, Path.GetFileNameWithoutExtension(from).Length)],-36} {name,-22} {best.Wall,9:N1} ms wall {best.Cpu,9:N1} ms cpu  peak {self.PeakWorkingSet64 / 1_000_000,5:N0} MB  funded {best.Count!.Funded.Count(),3}"));
    }

    static (Election Election, Money Unit) ElectionOf(string name)
    {
        if (name == "budapest") return (GeneratedTown.LikeBudapest(), new(100));
        if (name == "million") return (GeneratedTown.Million(), new(100));
        using var stream = File.OpenRead(name);
        var file = PabulibFile.Read(stream);
        return (file.ToElection(ProjectOrder.Id), new(file.Currency.MinorPerMajor));
    }
}
