using PB.Tally;
using PB.Tally.Files;

namespace PB.Cli;

/// <summary>What the names of rules tell: which one was meant, and for which ballots it is.</summary>
static class RuleNames
{
    const int Suggested = 3;

    static readonly string[] ForApprovals =
        ["greedy_cost", "greedy_card", "mes_cost", "mes_cost_add1u", "phragmen", "maximin_support", "maxwelfare_card"];

    static readonly string[] ForPoints = ["greedy_score_points", "greedy_points", "mes_points", "mes_points_add1u", "maxwelfare_points"];

    static readonly string[] ForRankings = ["greedy_score_borda", "greedy_borda", "mes_borda", "mes_borda_add1u", "maxwelfare_borda"];

    /// <summary>That no rule has the name, and which come close to it; null if one has.</summary>
    public static string? WhyUnknown(string name) =>
        Rules.Names.Contains(name) ? null : $"there is no rule '{name}'. The nearest: {string.Join(", ", Nearest(name))}";

    public static IEnumerable<string> Nearest(string name)
    {
        var distances = Rules.Names.Select(known => (known, Distance: Distance(name, known))).ToList();
        var limit = distances.Min(known => known.Distance) + 1;
        return distances.Where(known => known.Distance <= limit).OrderBy(known => known.Distance)
            .ThenBy(known => known.known, StringComparer.Ordinal).Take(Suggested).Select(known => known.known);
    }

    /// <summary>What kind of ballots the rule needs and the file does not have; null if it can count them.</summary>
    public static string? WhyUnfit(string name, VoteType ballots)
    {
        var parts = name.Split('_');
        if ((parts.Contains("points") || parts[0] == "cstv") && ballots is not (VoteType.Cumulative or VoteType.Scoring))
            return $"{name} counts points, and the ballots of this file are {Words.Of(ballots)}. Rules for them: {string.Join(", ", Suited(ballots))}";
        if ((parts.Contains("borda") || parts.Contains("ear")) && ballots is not VoteType.Ordinal)
            return $"{name} counts places in rankings, and the ballots of this file are {Words.Of(ballots)}. Rules for them: {string.Join(", ", Suited(ballots))}";
        return null;
    }

    /// <summary>The rules to compare for such ballots where none are named.</summary>
    public static IEnumerable<string> Suited(VoteType ballots) => (ballots switch
    {
        VoteType.Approval or VoteType.ChooseOne => ForApprovals,
        VoteType.Cumulative or VoteType.Scoring => ForPoints,
        VoteType.Ordinal => ForRankings,
    }).Where(Rules.Names.Contains);

    // How many letters have to be put in, left out or changed.
    static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
