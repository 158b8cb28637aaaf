using System.Collections.Immutable;
using System.Globalization;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Rounds;

/// <summary>Reads from a Pabulib file how people voted and how the city counted.</summary>
static class ElectionRules
{
    public static BallotRules Of(PabulibFile file, ElectionRule? asked)
    {
        if (file.VoteType is not (VoteType.Approval or VoteType.ChooseOne))
            throw Error(file, "vote_type", $"The ballots are {file.Meta["vote_type"]}; PB takes approval and choose-1 so far. Import another file.");

        var rule = asked ?? RuleOf(file);
        return new BallotRules
        {
            Type = IsKnapsack(file) ? BallotType.Knapsack : BallotType.Approval,
            MinChoices = Math.Max(1, Number(file, "min_length") ?? 1),
            MaxChoices = file.VoteType is VoteType.ChooseOne ? 1 : Number(file, "max_length"),
            AllowChange = false,
            WhenItDoesNotFit = rule switch
            {
                ElectionRule.Greedy or ElectionRule.Threshold => WhenItDoesNotFit.Skip,
                ElectionRule.Stop => WhenItDoesNotFit.Stop,
                ElectionRule.TopUp => WhenItDoesNotFit.TopUp,
            },
            MinimumVotes = asked is ElectionRule.Greedy ? 0 : Number(file, "min_project_score_threshold") ?? 0,
            // Cities list tied projects in the order of their own draw.
            Ties = TieOrder.LowerNumberFirst,
        };
    }

    public static ImmutableArray<ImmutableArray<int>> ExclusiveOf(PabulibFile file, ElectionImportOptions options)
    {
        if (options.Exclusive.Count == 0 && options.Rule is null && file.Meta["rule"] == "greedy-exclusive")
            throw Error(file, "rule", "The rule is greedy-exclusive, but which projects exclude each other stands in the comment only. Name them: --exclusive 201,1932");
        var numbers = file.Projects.Select((project, index) => (project.Id, Number: index + 1)).ToDictionary(project => project.Id, project => project.Number);
        return [.. options.Exclusive.Select(group => group.Select(id => numbers.TryGetValue(id, out var number)
            ? number
            : throw new InvalidDataException($"--exclusive names project '{id}', which the file does not have. Use the file's project_id.")).ToImmutableArray())];
    }

    /// <summary>Rows of META that bear on ballots or count, and that PB passes over.</summary>
    public static IReadOnlyList<string> Ignored(PabulibFile file) =>
        [.. file.Meta.Keys.Where(key => key.EndsWith("_per_category", StringComparison.Ordinal) || key is "min_sum_cost" or "leftover_budget" or "min_project_cost")
            .Where(key => file.Meta[key] is not ("" or "0")).Order(StringComparer.Ordinal)];

    static ElectionRule RuleOf(PabulibFile file) => file.Meta["rule"] switch
    {
        "greedy" or "greedy-exclusive" => ElectionRule.Greedy,
        "greedy-threshold" => ElectionRule.Threshold,
        "greedy-no-skip" => ElectionRule.Stop,
        "greedy-custom" when Slugged(file.Meta["unit"]) == "poznan" => ElectionRule.TopUp,
        var other => throw Error(file, "rule", $"The rule is {other}, which PB cannot count by so far. Say --rule greedy to count it by most votes first."),
    };

    static bool IsKnapsack(PabulibFile file)
    {
        if (!file.Meta.TryGetValue("max_sum_cost", out var text) || text.Length == 0)
            return false;
        if (!file.Currency.TryParse(text, out var limit))
            throw Error(file, "max_sum_cost", $"max_sum_cost is '{text}', which is not an amount. Write digits only, with a point before decimals.");
        return limit == file.Budget ? true
            : throw Error(file, "max_sum_cost", "A ballot may cost max_sum_cost, which is not the budget. PB limits a ballot by the whole pot only.");
    }

    static int? Number(PabulibFile file, string key)
    {
        if (!file.Meta.TryGetValue(key, out var text) || text.Length == 0)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Error(file, key, $"{key} is '{text}', which is not a whole number. Write digits only.");
    }

    static PabulibException Error(PabulibFile file, string key, string reason) => new(file.MetaLines.GetValueOrDefault(key), reason);

    static string Slugged(string name) => Data.Slug.Of(name);
}
