using BenchmarkDotNet.Attributes;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Bench;

/// <summary>60,000 ballots over 80 projects: reading the file, and counting it most votes first, beside the obvious way to count.</summary>
[MemoryDiagnoser]
public class ReadAndCount
{
    readonly byte[] bytes = GeneratedElection.File();
    readonly GreedyRule rule = new();
    Election election = new(Money.Zero, [], []);

    /// <summary>Reads the file once, for the benchmarks that only count.</summary>
    [GlobalSetup]
    public void Open()
    {
        election = ReadFile().ToElection();
        if (!Naive().Order().SequenceEqual(rule.Count(election).Funded.Order())) throw new InvalidOperationException("The two counts differ.");
    }

    /// <summary>For each project, a query over all ballots.</summary>
    [Benchmark(Baseline = true, Description = "count, LINQ per project")]
    public int CountNaively() => Naive().Count;

    /// <summary>The library's count, with trace and counterfactuals.</summary>
    [Benchmark(Description = "count, PB.Tally")]
    public Count CountGreedily() => rule.Count(election);

    /// <summary>From bytes to a checked file.</summary>
    [Benchmark(Description = "read the .pb file")]
    public PabulibFile ReadFile()
    {
        using var stream = new MemoryStream(bytes);
        return PabulibFile.Read(stream);
    }

    /// <summary>From bytes to a result.</summary>
    [Benchmark(Description = "read and count")]
    public Count ReadAndCountIt() => rule.Count(ReadFile().ToElection());

    List<int> Naive()
    {
        var left = election.Budget;
        var funded = new List<int>();
        var byVotes = election.Projects
            .Select(project => (Project: project, Votes: election.Ballots.Where(ballot => ballot.Numbers.Contains(project.Number)).Sum(ballot => ballot.Times)))
            .OrderByDescending(pair => pair.Votes).ThenBy(pair => pair.Project.Number);
        foreach (var (project, votes) in byVotes)
        {
            if (votes == 0 || project.Cost > left) continue;
            left -= project.Cost;
            funded.Add(project.Number);
        }
        return funded;
    }
}
