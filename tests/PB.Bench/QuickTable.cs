using System.Diagnostics;
using System.Globalization;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Bench;

/// <summary>
/// A table in a few minutes: reading and each rule on each file, the best of a few runs, beside the floor (one pass over the bytes) and what the academic
/// reference was recorded to need on a machine like this.
/// </summary>
/// <remarks><c>quick FILE.pb …|million</c></remarks>
static class QuickTable
{
    static readonly string[] OfApprovals = ["greedy_cost", "mes_cost", "mes_cost_add1", "phragmen", "maxwelfare_card", "maximin_support"];
    static readonly string[] OfPoints = ["greedy_points", "mes_points", "mes_points_add1", "maxwelfare_points"];
    static readonly string[] OfRankings = ["greedy_borda", "mes_borda", "mes_borda_add1", "maxwelfare_borda"];

    // Processor seconds of pabutools with exact fractions, reading excluded.
    static readonly Dictionary<(string File, string Rule), double> Reference = new()
    {
        [("Poland_Warszawa_2026", "greedy_cost")] = 13.8,
        [("Poland_Warszawa_2026", "mes_cost")] = 10.8,
        [("Poland_Warszawa_2026", "phragmen")] = 17.4,
        [("Poland_Warszawa_2020_Praga-Poludnie", "mes_cost")] = 6.3,
        [("Poland_Warszawa_2020_Praga-Poludnie", "mes_cost_add1")] = 352,
        [("France_Toulouse_2024", "mes_cost")] = 1.9,
        [("France_Toulouse_2024", "mes_cost_add1")] = 98,
        [("Poland_Wieliczka_2023_Green_Budget", "mes_cost_add1")] = 5.0,
    };

    public static void Run(IEnumerable<string> files)
    {
        Console.WriteLine($"{"election",-36} {"what",-18} {"first ms",10} {"best ms",10} {"traced ms",10} {"x floor",9} {"x faster",9}");
        foreach (var file in files)
            if (file == "million") Rules("million", GeneratedTown.Million(), new(100), null);
            else ReadAndCount(file);
    }

    static void ReadAndCount(string path)
    {
        var (bytes, name) = (File.ReadAllBytes(path), Path.GetFileNameWithoutExtension(path));
        var floor = Best(() => Floor(bytes)).Best;
        Line(name, "one pass", (floor, floor), null, floor, null);
        Line(name, "read", Best(() => Read(bytes)), null, floor, null);
        var file = Read(bytes);
        Rules(name, file.ToElection(ProjectOrder.Id), new(file.Currency.MinorPerMajor), floor);
    }

    static void Rules(string name, Election election, Money unit, double? floor)
    {
        foreach (var rule in Suited(election.Kind))
        {
            if (name == "million" && rule == "maximin_support") continue;
            var counted = PB.Tally.Rules.Named(rule, unit)!;
            try
            {
                Line(name, rule, Best(() => counted.Count(election, Detail.Decisions)), Best(() => counted.Count(election)).Best, floor, Reference.TryGetValue((name, rule), out var seconds) ? seconds : null);
            }
            catch (InvalidOperationException refused)
            {
                Console.WriteLine($"{name,-36} {rule,-18} {refused.Message}");
            }
        }
    }

    static string[] Suited(BallotKind kind) => kind switch
    {
        BallotKind.Points => OfPoints,
        BallotKind.Ranking => OfRankings,
        BallotKind.Approval => OfApprovals,
    };

    // Processor time in milliseconds: of the first run, in which code is compiled, and of the best within two seconds.
    static (double First, double Best) Best(Action work)
    {
        var (first, best, clock) = (0.0, double.MaxValue, Stopwatch.StartNew());
        for (var run = 0; run < 30 && (run == 0 || clock.Elapsed.TotalSeconds < 2); run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            var took = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            if (run == 0) first = took;
            best = Math.Min(best, took);
        }
        return (first, best);
    }

    static PabulibFile Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return PabulibFile.Read(stream);
    }

    // Looks at every byte, as whoever counts has to.
    static void Floor(byte[] bytes)
    {
        var sum = 0;
        foreach (var one in bytes) sum += one == (byte)';' ? 1 : 0;
        if (sum < 0) throw new InvalidOperationException("A file of less than nothing.");
    }

    static void Line(string name, string what, (double First, double Best) plain, double? traced, double? floor, double? reference) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name[..Math.Min(36, name.Length)],-36} {what,-18} {plain.First,10:N1} {plain.Best,10:N1} {traced,10:N1} {plain.Best / floor,9:N1} {reference * 1000 / plain.Best,9:N0}"));
}
