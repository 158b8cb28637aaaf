using System.Globalization;
using System.Text;
using PB.Tally.Files;

namespace PB.Cli.Verify;

/// <summary>Steps 10 to 14: the figures agree with each other, and the count gives the published result.</summary>
sealed class ResultSteps(Pack pack, BallotSteps ballots)
{
    public void Run(Report report)
    {
        report.Check("10.1", "as many people are marked as having voted as there are tags", Register);
        report.Check("10.2", "what is told of groups of people adds up", Groups);
        report.Check("10.3", "no more is held back than the rule of publication says", Level);
        report.Check("11.1", "no ballot came after the close", CloseLast);
        report.Check("11.2", "the close says how many ballots there are", CloseCounts);
        if (pack.Level > 1 && Seed is not null) report.Skip("12.1", "the seed of the lot is made from rules and ballots", $"ballots are not opened at level {pack.Level}");
        else report.Check("12.1", "the seed of the lot is made from rules and ballots", SeedAgain);
        Again(report);
        if (pack.Level == 1) report.Check("14.1", "the Pabulib file has the same ballots and winners", Pabulib);
        else report.Skip("14.1", "the Pabulib file has the same ballots and winners", $"there is none at level {pack.Level}");
    }

    void Again(Report report)
    {
        const string result = "the result, counted again", trace = "the trace, counted again";
        if (pack.Level > 1 && !pack.Rules.Rules.LooksAtVotesOnly)
        {
            var why = $"{pack.Rules.Rules.Rule} looks at whole ballots, and they are not opened at level {pack.Level}";
            report.Skip("13.1", $"{result}, is the published one", why);
            report.Skip("13.2", $"{trace}, is the published one", why);
            return;
        }
        var from = pack.Level switch { 1 => "from the ballots", 2 => "from the entries of each project", _ => "from the published totals" };
        report.Check("13.1", $"{result} {from}, is the published one", () => Differ("result.json", CountedAgain.Result));
        report.Check("13.2", $"{trace}, is the published one", () => Differ("trace.txt", CountedAgain.Trace));
    }

    string? Seed => pack.Object<PackSeed>("seed.json").Seed;

    int Tags => pack.Headers.Select(header => header.Tag).Distinct().Count();

    string? Register()
    {
        var voters = pack.RegisterCounts.FirstOrDefault(row => row is ["voters", "all", _])?[2];
        return voters == Tags.ToString(CultureInfo.InvariantCulture) ? null : $"{voters} people are marked, and the ballots are under {Tags} tags";
    }

    string? Groups()
    {
        foreach (var kind in pack.RegisterCounts.Where(row => row[0] != "voters").GroupBy(row => row[0]))
        {
            var told = kind.Where(row => row[2] != "withheld").Select(row => Pack.Number("register-counts.csv", 0, row[2])).ToList();
            var off = told.Sum() - Tags;
            // Each figure is rounded to five: it may be two off.
            if (off > 2 * told.Count || (told.Count == kind.Count() && -off > 2 * told.Count)) return $"the figures by {kind.Key} add up to {told.Sum()} of {Tags}";
        }
        return null;
    }

    string? Level()
    {
        var (counted, level) = (ballots.Counted, pack.Object<PackPublication>("publication.json"));
        if (level.Ballots != counted) return $"publication.json says {level.Ballots} ballots, and {counted} count";
        var alone = level.Level == 1 ? pack.Ballots.GroupBy(ballot => ballot.Choices).Count(alike => alike.Count() == 1) : level.Alone;
        if (level.Alone != alone) return $"publication.json says that {level.Alone} ballots are like no other, and {alone} are";
        var right = counted < 100 ? 3 : 5 * alone > counted ? 2 : 1;
        return level.Level == right ? null : $"the ballots are published at level {level.Level}, and the rule says {right}";
    }

    string? CloseLast()
    {
        if (pack.Events.LastOrDefault(happened => happened.Type is "close" or "reopen") is not { Type: "close" } close) return "the log does not end with a close";
        var late = pack.Headers.Where(header => header.Index > close.Index).Select(header => (long?)header.Index).FirstOrDefault();
        return late is null ? null : FormattableString.Invariant($"leaf {late} is a ballot and stands after the close, leaf {close.Index}");
    }

    string? CloseCounts()
    {
        var close = Pack.Parse<PackClose>("events.jsonl", 0, pack.Events.Last(happened => happened.Type == "close").Body);
        if (close.Ballots != pack.Headers.Length) return $"the close says {close.Ballots} ballots, and {pack.Headers.Length} stand in the log";
        if (close.Tags != Tags) return $"the close says {close.Tags} tags, and there are {Tags}";
        return close.Voters == close.Tags ? null : $"the close says that {close.Voters} people voted and that their ballots are under {close.Tags} tags";
    }

    string? SeedAgain()
    {
        var seed = pack.Object<PackSeed>("seed.json");
        if (seed.Scheme != "rules-and-ballots") return $"this verifier knows no seed by {seed.Scheme}";
        return seed.Seed is null || seed.Seed == Drawn() ? null : $"seed.json says {seed.Seed}, and rules and ballots give {Drawn()}";
    }

    string Drawn() => pack.Level > 1 ? Seed ?? "" : PackCount.Seed(pack.Setup.Rules, Alike());

    IEnumerable<(string Choices, int Times)> Alike() => pack.Ballots.GroupBy(ballot => ballot.Choices).Select(alike => (alike.Key, alike.Count()));

    (byte[] Result, byte[] Trace) CountedAgain => field.Result is null ? field = PackCount.Of(pack.Rules, Votes(), ballots.Counted, Drawn()) : field;

    IEnumerable<(IReadOnlyList<int>, int)> Votes() => pack.Level switch
    {
        1 => pack.Ballots.GroupBy(ballot => ballot.Choices).Select(alike => (BallotSteps.Numbers(alike.First()), alike.Count())),
        2 => pack.Entries.Distinct().GroupBy(entry => entry.Project).Select(project => ((IReadOnlyList<int>)[project.Key], project.Count())),
        _ => Totals(),
    };

    IEnumerable<(IReadOnlyList<int>, int)> Totals() =>
        from line in pack.Text("trace.txt").Split('\n').Skip(1)
        where line.Length > 0
        let row = line.Split('\t')
        let votes = row.Length == 7 ? Pack.Number("trace.txt", 0, row[1]) : throw new PackException("trace.txt", 0, "seven fields are expected")
        where votes > 0
        select ((IReadOnlyList<int>)[Pack.Number("trace.txt", 0, row[0])], votes);

    string? Differ(string name, byte[] again)
    {
        var published = pack.Bytes(name);
        var at = published.AsSpan().CommonPrefixLength(again);
        return at == published.Length && at == again.Length ? null
            : FormattableString.Invariant($"at byte {at} {name} says “{Around(published, at)}”, and counting again gives “{Around(again, at)}”");
    }

    static string Around(byte[] bytes, int at)
    {
        var from = Math.Max(0, at - 30);
        return Encoding.UTF8.GetString(bytes[from..Math.Min(bytes.Length, at + 30)]).ReplaceLineEndings(" ");
    }

    string? Pabulib()
    {
        using var stream = new MemoryStream(pack.Bytes("ballots.pb"));
        PabulibFile file;
        try
        {
            file = PabulibFile.Read(stream);
        }
        catch (PabulibException wrong)
        {
            throw new PackException("ballots.pb", wrong.Line, wrong.Reason);
        }
        return PabulibComparison.Difference(file, pack, CountedAgain.Trace);
    }
}
