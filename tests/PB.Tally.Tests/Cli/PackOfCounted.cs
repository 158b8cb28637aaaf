using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Tally.Log;

namespace PB.Tally.Tests.Cli;

/// <summary>The files of a pack that follow from its rules and its counted ballots.</summary>
sealed record PackOfCounted(string Rules, PackBallot[] Ballots)
{
    static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public SortedDictionary<string, byte[]> Files(Action<SortedDictionary<string, byte[]>> rest)
    {
        var (rules, groups) = (JsonDocument.Parse(Rules).RootElement, Ballots.GroupBy(ballot => ballot.Choices).ToList());
        var seed = $"{PackText.Hash(Encoding.UTF8.GetBytes(Rules))}|{PackText.Hash(Encoding.UTF8.GetBytes(string.Concat(groups.Select(g => $"{g.Key} x {g.Count()}\n").Order(StringComparer.Ordinal))))}";
        var projects = rules.GetProperty("projects").EnumerateArray().Select(p => (Number: p.GetProperty("number").GetInt32(), Title: p.GetProperty("title").GetString()!, Price: new Money(p.GetProperty("price").GetInt64()))).ToList();
        var count = new GreedyRule { Ties = TieRule.By(TieCriterion.Lot).WithSeed(seed) }.Count(new Election(new Money(rules.GetProperty("budget").GetInt64()),
            [.. projects.Select(p => new Project(p.Number, p.Price))],
            [.. groups.Select(g => new Ballot([.. g.Key.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Where(n => projects.Exists(p => p.Number == n))], g.Count()))]));
        var drawn = count.Ties.Any(tie => tie.DecidedBy is TieCriterion.Lot) ? seed : null;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["rules.json"] = Encoding.UTF8.GetBytes(Rules),
            ["ballots.csv"] = PackText.Ballots(Ballots),
            ["ballots.pb"] = PackText.Lines(Pabulib(projects, count)),
            ["publication.json"] = Json(new { format = "pb-publication/1", level = 1, ballots = Ballots.Length, alone = groups.Count(g => g.Count() == 1) }),
            ["seed.json"] = Json(new { format = "pb-seed/1", scheme = "rules-and-ballots", seed = drawn }),
            ["result.json"] = Json(new { format = "pb-result/1", projects = projects.Select(p => new { number = p.Number, title = p.Title, price = p.Price }), currency = "GBP", count, lotSeed = drawn }),
            ["trace.txt"] = PackText.Trace(count),
        };
        rest(files);
        return files;
    }

    IEnumerable<string> Pabulib(List<(int Number, string Title, Money Price)> projects, Count count) =>
    [
        "META", "key;value", "description;A vote", "country;", "unit;", "instance;2027", $"num_projects;{projects.Count}", $"num_votes;{Ballots.Length}", "budget;100.00", "vote_type;approval",
        "rule;greedy", "date_begin;05.04.2027", "date_end;12.04.2027", "currency;GBP", "PROJECTS", "project_id;cost;votes;name;selected",
        .. projects.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Number};{p.Price.MinorUnits / 100m:F2};{count.Steps.Single(s => s.Number == p.Number).Votes};Project {p.Number};{(count.Funded.Contains(p.Number) ? 1 : 0)}")),
        "VOTES", "voter_id;vote", .. Ballots.Select(ballot => $"{ballot.Index};{ballot.Choices}"),
    ];

    static byte[] Json(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Layout));
}
