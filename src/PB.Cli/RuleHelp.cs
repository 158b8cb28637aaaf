using PB.Tally;

namespace PB.Cli;

/// <summary>The rules in plain words, in groups: only those that the library has, and all of those.</summary>
static class RuleHelp
{
    static readonly (string Title, (string Name, string Words)[] Rules)[] Groups =
    [
        ("""
        Most votes first. Projects are taken from the best to the worst; each is funded if the money left is
        enough for it, and if not the next is tried. Easy to explain. A majority can take all of the money.
        """,
        [
            ("greedy_cost", "most votes first, as the academic reference counts: a project without\nvotes is funded too if money is left at the end"),
            ("greedy_votes", "most votes first, as cities count: no votes, no money"),
            ("greedy_card", "most votes for each unit of money first: many small projects"),
            ("greedy_points", "most points for each unit of money first (ballots with points)"),
            ("greedy_score_points", "most points first (ballots with points)"),
            ("greedy_borda", "best places for each unit of money first (rankings)"),
            ("greedy_score_borda", "best places first (rankings)"),
            ("knapsack", "for ballots on which each voter spends the whole budget: most votes first"),
        ]),
        ("""
        Equal shares. The budget is divided equally among the voters. A project is funded if those who chose it
        can pay for it together. Every group of voters decides on about its share of the money.
        """,
        [
            ("mes_cost", "a project is worth what it costs: the usual one"),
            ("mes_card", "a project is worth the same whatever it costs: many small projects"),
            ("mes_points", "a project is worth its points (ballots with points)"),
            ("mes_borda", "a project is worth its place (rankings)"),
            ("bos", "voters may also pay a large part of a cost together: little is left unspent"),
        ]),
        ("""
        Phragmén. Voters earn at the same speed; those who chose a project buy it as soon as they hold its cost.
        """,
        [
            ("phragmen", "in proportion, one project after the other; ends at the first that does not fit"),
            ("maximin_support", "the same idea, with all costs spread anew at each step"),
        ]),
        ("""
        Most satisfaction in all. Of all sets that the budget pays for, the one with the highest sum. Good for
        the average voter, and blind to groups. Exact; gives up (code 4) on elections that are too hard.
        """,
        [
            ("maxwelfare_cost", "a project is worth what it costs"),
            ("maxwelfare_card", "a project is worth the same whatever it costs"),
            ("maxwelfare_points", "a project is worth its points (ballots with points)"),
            ("maxwelfare_borda", "a project is worth its place (rankings)"),
        ]),
    ];

    static readonly (string Ending, string Words)[] Misfits =
    [
        ("_stop", "stop at the first that does not fit, instead of trying the next"),
        ("_part_fund", "give the first that does not fit what is left, if that is 80 % of\nits cost, and stop"),
        ("_top_up", "fund the first that does not fit too if 80 % of its cost is left, the\nrest from a reserve, and stop (as Poznań does)"),
    ];

    static readonly (string Ending, string Words)[] Completions =
    [
        ("_add1u", "raise every share by 1 until nothing more fits, then most votes first: the usual one"),
        ("_add1", "raise every share by 1 as long as the outcome can be paid for"),
        ("_add1u_integral", "as _add1u, from whole units of money"),
        ("_add1_integral", "as _add1, from whole units of money: may end below the\nequal share, where EJR+ is not promised"),
        ("_incr1pct", "raise the shares by 1 % of the budget at a time"),
        ("_incr1pct_util", "the same, then most votes first with what is left"),
        ("_util", "no raising; most votes first with what is left"),
        ("_phragmen", "no raising; Phragmén with what is left"),
    ];

    public static string Text() => string.Join("\n\n", Groups.Select(Group).Append(Others()).Where(text => text.Length > 0));

    static string Group((string Title, (string Name, string Words)[] Rules) group)
    {
        var lines = group.Rules.Where(rule => Rules.Names.Contains(rule.Name)).Select(rule => Line(rule.Name, rule.Words)).ToList();
        if (lines.Count == 0) return "";
        return string.Join('\n', [group.Title.TrimEnd(), .. lines, .. Endings(group.Rules[0].Name)]);
    }

    static IEnumerable<string> Endings(string stem)
    {
        var (endings, about) = stem switch
        {
            "greedy_cost" => (Misfits, "Cities differ in what happens then, so there are endings to those by votes and by score, as in greedy_votes_stop:"),
            "mes_cost" => (Completions, "Much money may stay unspent, so there are endings to these names, as in mes_cost_add1u:"),
            _ => ([], ""),
        };
        return endings.Length == 0 ? [] : endings.Where(ending => Rules.Names.Contains(stem + ending.Ending)).Select(ending => Line(ending.Ending, ending.Words)).Prepend(about);
    }

    static string Others()
    {
        var names = Rules.Names.Where(name => !IsExplained(name)).ToList();
        return names.Count == 0 ? "" : "Others, for research; what they do is said in the library's documentation.\n" + string.Join('\n', names.Select(name => Line(name, "")));
    }

    static bool IsExplained(string name) => Groups.SelectMany(group => group.Rules).Any(rule =>
        rule.Name == name || Misfits.Concat(Completions).Any(ending => rule.Name + ending.Ending == name));

    static string Line(string name, string words) => $"  {name,-20} {words.Replace("\n", "\n" + new string(' ', 23), StringComparison.Ordinal)}".TrimEnd();
}
