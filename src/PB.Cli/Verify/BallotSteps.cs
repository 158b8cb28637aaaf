using System.Globalization;
using PB.Tally.Log;

namespace PB.Cli.Verify;

/// <summary>Steps 6 to 9: each counted ballot is the one in its leaf, and it is that voter's only one.</summary>
sealed class BallotSteps(Pack pack)
{
    readonly Lazy<HashSet<string>> setAside = new(() => [.. pack.Events.Where(happened => happened.Type == "annul").Select(happened => TagOf(pack, happened))]);

    public void Run(Report report)
    {
        report.Check("6.1", "every leaf is an event or a ballot, and only one", EachLeafOnce);
        report.Check("6.2", "every ballot's header hashes into its leaf", HeadersInLeaves);
        const string opened = "every opened ballot hashes into its leaf", newest = "the newest version under a tag is counted, once", valid = "every counted ballot keeps to the rules";
        const string missing = "a ballot is left out only if an event set it aside";
        Unless(report, "6.3", opened, Opened);
        report.Check("7.1", "versions under a tag are 1, 2, 3 …", Versions);
        Unless(report, "7.2", newest, Newest);
        Unless(report, "8.1", valid, Valid);
        report.Check("9.1", "every ballot that was set aside is in the log", SetAsideInLog);
        Unless(report, "9.2", missing, LeftOut);
    }

    /// <summary>How many ballots count.</summary>
    public int Counted => pack.Headers.Select(header => header.Tag).Distinct().Count() - setAside.Value.Count;

    void Unless(Report report, string number, string what, Func<string?> difference)
    {
        if (pack.Level == 1) report.Check(number, what, difference);
        else report.Skip(number, what, $"ballots are not opened at level {pack.Level}");
    }

    string? EachLeafOnce()
    {
        var seen = new bool[pack.Leaves.Length];
        foreach (var index in pack.Events.Select(happened => happened.Index).Concat(pack.Headers.Select(header => header.Index)))
        {
            if (index < 0 || index >= seen.Length) return FormattableString.Invariant($"there is no leaf {index}");
            if (seen[index]) return FormattableString.Invariant($"leaf {index} stands for two things");
            seen[index] = true;
        }
        return Array.IndexOf(seen, false) is >= 0 and var missing ? FormattableString.Invariant($"leaf {missing} is neither an event nor a ballot") : null;
    }

    string? HeadersInLeaves()
    {
        foreach (var header in pack.Headers)
            if (!LogRoot.LeafHash(BallotLeaf.Written(pack.Round, header.Tag, header.Version, [header.Choices, header.Area, header.Class])).AsSpan().SequenceEqual(pack.Leaves[header.Index]))
                return FormattableString.Invariant($"the header of leaf {header.Index} is not what the leaf commits to");
        return null;
    }

    string? Opened()
    {
        var headers = pack.Headers.ToDictionary(header => header.Index);
        for (var i = 0; i < pack.Ballots.Length; i++)
        {
            var ballot = pack.Ballots[i];
            if (!headers.TryGetValue(ballot.Index, out var header)) return FormattableString.Invariant($"leaf {ballot.Index} is no ballot");
            if (Convert.ToHexStringLower(BallotLeaf.Commit("choices", Pack.Hash("ballots.csv", i + 2, ballot.Salt), ballot.Choices)) != header.Choices)
                return FormattableString.Invariant($"the choices “{ballot.Choices}” are not what leaf {ballot.Index} commits to");
        }
        return null;
    }

    string? Versions()
    {
        foreach (var voter in pack.Headers.GroupBy(header => header.Tag))
            if (!voter.Select(header => header.Version).Order().SequenceEqual(Enumerable.Range(1, voter.Count())))
                return $"under the tag {voter.Key} stand the versions {string.Join(", ", voter.Select(header => header.Version).Order())}";
        return null;
    }

    string? Newest()
    {
        var newest = NewestByTag();
        var tags = pack.Headers.ToDictionary(header => header.Index, header => header.Tag);
        var counted = new HashSet<string>();
        foreach (var ballot in pack.Ballots)
        {
            if (!tags.TryGetValue(ballot.Index, out var tag)) return FormattableString.Invariant($"leaf {ballot.Index} is no ballot");
            if (newest[tag] != ballot.Index) return FormattableString.Invariant($"leaf {ballot.Index} is counted, and leaf {newest[tag]} is a newer version of it");
            if (!counted.Add(tag)) return FormattableString.Invariant($"leaf {ballot.Index} is counted twice");
        }
        return null;
    }

    Dictionary<string, long> NewestByTag() =>
        pack.Headers.GroupBy(header => header.Tag).ToDictionary(voter => voter.Key, voter => voter.MaxBy(header => header.Version)!.Index);

    string? Valid()
    {
        var prices = pack.Rules.Projects.ToDictionary(project => project.Number, project => project.Price);
        foreach (var ballot in pack.Ballots)
            if (WhyInvalid(Numbers(ballot), prices) is { } why) return FormattableString.Invariant($"the ballot in leaf {ballot.Index} {why}");
        return null;
    }

    string? WhyInvalid(IReadOnlyList<int> numbers, Dictionary<int, Tally.Money> prices)
    {
        var rules = pack.Rules.Rules;
        if (numbers.Where(number => !prices.ContainsKey(number)).Select(number => (int?)number).FirstOrDefault() is { } odd) return FormattableString.Invariant($"chooses project {odd}, which is not on the ballot");
        if (numbers.Zip(numbers.Skip(1)).Any(pair => pair.First >= pair.Second)) return "does not list its projects once each in rising order";
        if (numbers.Count == 0) return null; // a vote that was taken back
        if (numbers.Count < rules.MinChoices) return FormattableString.Invariant($"chooses {numbers.Count} projects; at least {rules.MinChoices} are needed");
        if (numbers.Count > rules.MaxChoices) return FormattableString.Invariant($"chooses {numbers.Count} projects; {rules.MaxChoices} are allowed");
        var cost = numbers.Sum(number => prices[number].MinorUnits);
        return rules.Type == "Knapsack" && cost > pack.Rules.Budget.MinorUnits ? FormattableString.Invariant($"costs {cost}, and the pot is {pack.Rules.Budget.MinorUnits}") : null;
    }

    string? SetAsideInLog()
    {
        // Looking a tag up is the check: it finds the ballot, or says that there is none.
        _ = setAside.Value;
        return null;
    }

    string? LeftOut()
    {
        var opened = pack.Ballots.Select(ballot => ballot.Index).ToHashSet();
        foreach (var (tag, index) in NewestByTag())
            if (opened.Contains(index) == setAside.Value.Contains(tag))
                return opened.Contains(index) ? FormattableString.Invariant($"leaf {index} was set aside and is counted")
                    : FormattableString.Invariant($"leaf {index} is not counted, and no event set it aside");
        return null;
    }

    public static IReadOnlyList<int> Numbers(PackBallot ballot) => ballot.Choices.Length == 0 ? [] :
        [.. ballot.Choices.Split(',').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new PackException("ballots.csv", 0, FormattableString.Invariant($"the choices “{ballot.Choices}” of leaf {ballot.Index} are not numbers")))];

    static string TagOf(Pack pack, PackEvent annulled)
    {
        var leaf = Pack.Parse<PackAnnulment>("events.jsonl", 0, annulled.Body).Leaf;
        var header = pack.Headers.FirstOrDefault(header => Convert.ToHexStringLower(pack.Leaves[header.Index]) == leaf);
        return header?.Tag ?? throw new PackException("events.jsonl", 0, FormattableString.Invariant($"event {annulled.Index} sets aside {leaf}, which is no ballot in the log"));
    }
}
