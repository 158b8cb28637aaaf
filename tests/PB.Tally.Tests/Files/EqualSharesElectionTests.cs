using System.Globalization;
using System.Text.Json;

namespace PB.Tally.Tests.Files;

/// <summary>Equal shares on real elections. Each rule counts each file once, and the count is held against both references.</summary>
public sealed class EqualSharesElectionTests
{
    static readonly TieRule CheaperThenMoreVotes = TieRule.By(TieCriterion.Price, TieCriterion.Votes);

    public static TheoryData<string, string> Expected => RealElections.Rules.Any()
        ? [.. RealElections.Rules.Where(pair => pair.Rule.StartsWith("mes_", StringComparison.Ordinal)).Select(pair => (pair.Rule, pair.Name))]
        : [("", "")];

    [Theory, MemberData(nameof(Expected))]
    public void Real_elections_give_what_the_academic_reference_and_a_second_exact_count_gave(string rule, string name)
    {
        var file = RealElections.Read(name);
        var count = RuleOf(rule, file.Currency).Count(RealElections.ById(name), Detail.Decisions);
        Assert.All(RealElections.OutcomesOf(name, rule), outcome => Check(name, count, outcome));
    }

    static void Check(string name, Count count, JsonElement expected)
    {
        var (currency, funded) = (RealElections.Read(name).Currency, RealElections.Funded(name, count));
        var selected = expected.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!);
        var isOrdered = !expected.TryGetProperty("ordered", out var ordered) || ordered.GetBoolean();
        if (isOrdered) Assert.Equal(selected, funded);
        else Assert.Equal(selected.Order(StringComparer.Ordinal), funded.Order(StringComparer.Ordinal));
        Assert.Equal(expected.GetProperty("total_cost").GetString(), Decimal(count.Spent, currency));
        if (!expected.TryGetProperty("final_endowment", out var endowment)) return;
        Assert.Equal(Fraction.Parse(endowment.GetString()!), count.EachVoterHad!.Value / currency.MinorPerMajor);
        // The run that overspent is counted too, if that was what ended the increases.
        Assert.InRange(expected.GetProperty("runs").GetInt32() - count.Increases!.Value, 1, 2);
    }

    static EqualSharesRule RuleOf(string key, Currency currency)
    {
        var name = key.Replace("_eqs_ties", "", StringComparison.Ordinal);
        var plain = name.Replace("_no_exhaustive_stop", "", StringComparison.Ordinal);
        var rule = Assert.IsType<EqualSharesRule>(PB.Tally.Rules.Named(plain, new(currency.MinorPerMajor)));
        return rule with { StopsWhenExhaustive = plain == name, Ties = name == key ? TieRule.ByNumber : CheaperThenMoreVotes };
    }

    static string Decimal(Money money, Currency currency) =>
        (money.MinorUnits / (decimal)currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);
}
