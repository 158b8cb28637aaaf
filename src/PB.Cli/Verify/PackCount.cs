using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Tally;
using PB.Tally.Log;

namespace PB.Cli.Verify;

/// <summary>Counts a pack again: the one place in the verifier that knows how the count is called and how its result is written.</summary>
static class PackCount
{
    static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="rules">The frozen rules.</param>
    /// <param name="votes">The choices and how often they were made; or one group a project, where only its entries are known.</param>
    /// <param name="ballots">The number of ballots.</param>
    /// <param name="seed">The seed of the lot, where the rules draw one.</param>
    /// <returns><c>result.json</c> and <c>trace.txt</c>, byte for byte.</returns>
    public static (byte[] Result, byte[] Trace) Of(PackRules rules, IEnumerable<(IReadOnlyList<int> Numbers, int Times)> votes, int ballots, string seed)
    {
        var count = RuleOf(rules, seed).Count(new Election(rules.Budget, [.. rules.Projects.Select(project => new Project(project.Number, project.Price))],
            [.. votes.Select(vote => new Ballot([.. vote.Numbers], vote.Times))])) with
        { Ballots = ballots };
        var drawn = count.Ties.Any(tie => tie.DecidedBy is TieCriterion.Lot);
        return (Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new Document("pb-result/1", rules.Projects, rules.Currency, count, drawn ? seed : null), Layout)), PackText.Trace(count));
    }

    /// <summary>The seed of the lot from the rules and the ballots, as the set-up says: their fingerprints with a bar between them.</summary>
    public static string Seed(string rulesHash, IEnumerable<(string Choices, int Times)> ballots)
    {
        var lines = ballots.Select(ballot => FormattableString.Invariant($"{ballot.Choices} x {ballot.Times}\n")).Order(StringComparer.Ordinal);
        return $"{rulesHash}|{PackText.Hash(Encoding.UTF8.GetBytes(string.Concat(lines)))}";
    }

    static Rule RuleOf(PackRules rules, string seed) => Named(rules) with
    {
        MinimumVotes = rules.Rules.MinimumVotes,
        RequireSupport = true,
        ExclusiveGroups = [.. rules.Exclusive.Select(group => group.ToImmutableArray())],
        Ties = rules.Rules.Ties switch
        {
            "CheaperFirst" => TieRule.By(TieCriterion.Price, TieCriterion.Number),
            "LowerNumberFirst" => TieRule.ByNumber,
            "Lot" => TieRule.By(TieCriterion.Lot).WithSeed(seed),
            var other => throw new PackException("rules.json", 0, $"this verifier knows no tie rule “{other}”"),
        },
    };

    static Rule Named(PackRules rules) => rules.Rules.Rule switch
    {
        PackBallotRules.MostVotes => new GreedyRule { WhenItDoesNotFit = rules.Rules.WhenItDoesNotFit },
        PackBallotRules.MostVotesPerCost => new GreedyRule { Satisfaction = Satisfaction.Cardinality, WhenItDoesNotFit = rules.Rules.WhenItDoesNotFit },
        var name => Rules.Named(name, new(Currency.Of(rules.Currency).MinorPerMajor))
            ?? throw new PackException("rules.json", 0, $"this verifier knows no rule “{name}”"),
    };

    // In the order in which the site writes it.
    sealed record Document(string Format, PackLine[] Projects, string Currency, Count Count, string? LotSeed);
}
