using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class EqualSharesElectionTests
{
    static readonly TieRule CheaperThenMoreVotes = TieRule.By(TieCriterion.Price, TieCriterion.Votes);

    public static TheoryData<string, string, string> References => Cases("results");

    public static TheoryData<string, string, string> SecondReferences => Cases("independent_exact");

    [Theory, MemberData(nameof(References))]
    public void Real_elections_give_what_the_academic_reference_gives(string name, string rule, string section) => Check(name, rule, section);

    [Theory, MemberData(nameof(SecondReferences))]
    public void Real_elections_give_what_a_second_exact_count_gave(string name, string rule, string section) => Check(name, rule, section);

    static void Check(string name, string key, string section)
    {
        var file = RealElections.Read(name);
        var expected = Section(RealElections.Expected(name), section).GetProperty(key);
        var (election, projects) = (file.ToElection(ProjectOrder.Id), file.InOrder(ProjectOrder.Id));
        var count = RuleOf(key, file.Currency).Count(election, Detail.Decisions);
        var (funded, selected) = (count.Funded.Select(number => projects[number - 1].Id), expected.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!));
        var isOrdered = !expected.TryGetProperty("ordered", out var ordered) || ordered.GetBoolean();
        if (isOrdered) Assert.Equal(selected, funded);
        else Assert.Equal(selected.Order(StringComparer.Ordinal), funded.Order(StringComparer.Ordinal));
        Assert.Equal(expected.GetProperty("total_cost").GetString(), Decimal(count.Spent, file.Currency));
        if (!expected.TryGetProperty("final_endowment", out var endowment)) return;
        Assert.Equal(Fraction.Parse(endowment.GetString()!), count.EachVoterHad!.Value / file.Currency.MinorPerMajor);
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

    static JsonElement Section(JsonElement expected, string section) =>
        section == "results" ? expected.GetProperty(section) : expected.GetProperty(section).GetProperty("results");

    static TheoryData<string, string, string> Cases(string section)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var name in RealElections.Names.Select(row => row.Data).Where(name => name.Length > 0))
            foreach (var rule in Rules(RealElections.Expected(name), section)) cases.Add(name, rule, section);
        return cases;
    }

    static ImmutableArray<string> Rules(JsonElement expected, string section) =>
        expected.TryGetProperty(section, out var some) && some.ValueKind == JsonValueKind.Object
            ? [.. Section(expected, section).EnumerateObject().Select(rule => rule.Name).Where(name => name.StartsWith("mes_", StringComparison.Ordinal))]
            : [];

    static string Decimal(Money money, Currency currency) =>
        (money.MinorUnits / (decimal)currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);
}
