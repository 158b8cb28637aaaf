using System.Globalization;
using PB.Ballots;
using PB.Rounds;
using PB.Tally;
using PB.Tally.Log;

namespace PB.Results;

/// <summary>The counted ballots in the field's exchange format, for researchers and other people's tools.</summary>
static class PackPabulib
{
    public static byte[] Of(BallotPaper paper, ResultDocument result, IReadOnlyList<PackBallot> ballots) =>
        PackText.Lines([.. Meta(paper, ballots.Count), .. Projects(paper, result), "VOTES", "voter_id;vote", .. ballots.Select(b => Invariant($"{b.Index};{b.Choices}"))]);

    static IEnumerable<string> Meta(BallotPaper paper, int votes) =>
    [
        "META", "key;value", $"description;{Field(paper.Title)}", "country;", "unit;", $"instance;{paper.ClosesAt.UtcDateTime.Year}",
        Invariant($"num_projects;{paper.Projects.Length}"), Invariant($"num_votes;{votes}"), $"budget;{Amount(paper.Budget, paper)}", "vote_type;approval",
        $"rule;{RuleOf(paper.Rules)}", $"date_begin;{Day(paper.OpensAt)}", $"date_end;{Day(paper.ClosesAt)}",
        Invariant($"min_length;{paper.Rules.MinChoices}"),
        .. paper.Rules.MaxChoices is { } most ? (string[])[Invariant($"max_length;{most}")] : [],
        .. paper.Rules.Type is BallotType.Knapsack ? (string[])[$"max_sum_cost;{Amount(paper.Budget, paper)}"] : [],
        .. paper.Rules.MinimumVotes > 0 ? (string[])[Invariant($"min_project_score_threshold;{paper.Rules.MinimumVotes}")] : [],
        $"currency;{paper.Currency}",
    ];

    static IEnumerable<string> Projects(BallotPaper paper, ResultDocument result)
    {
        yield return "PROJECTS";
        yield return "project_id;cost;votes;name;selected";
        foreach (var project in paper.Projects)
        {
            var step = result.Count.Steps.Single(s => s.Number == project.Number);
            yield return Invariant($"{project.Number};{Amount(project.Price, paper)};{step.Votes};{Field(project.Title)};{(step.IsFunded ? 1 : 0)}");
        }
    }

    // Where a city's rule has no name of its own in the format, it says custom.
    static string RuleOf(BallotRules rules) => (rules.Rule, rules.WhenItDoesNotFit) switch
    {
        (CountingRule.MostVotes, WhenItDoesNotFit.Skip) => "greedy",
        (CountingRule.MostVotes, WhenItDoesNotFit.Stop) => "greedy-no-skip",
        (CountingRule.EqualShares, _) => "equalshares/add1",
        (CountingRule.EqualSharesThenVotes or CountingRule.EqualSharesAlone, _) => "equalshares",
        (CountingRule.Phragmen, _) => "phragmen",
        _ => "greedy-custom",
    };

    static string Field(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.AsSpan().IndexOfAny(';', '"') < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Amount(Money money, BallotPaper paper)
    {
        var currency = Currency.Of(paper.Currency);
        return ((decimal)money.MinorUnits / currency.MinorPerMajor).ToString($"F{currency.Digits}", CultureInfo.InvariantCulture);
    }

    static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
