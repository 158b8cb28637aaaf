using Microsoft.Extensions.Localization;
using PB.Web.Look;

namespace PB.Web.Results;

/// <summary>Says what is in a pack, and what is held back and why.</summary>
static class PackWords
{
    static readonly string[] Always =
    [
        "setup.json", "rules.json", "leaves.txt", "headers.csv", "events.jsonl", "heads.jsonl", "register-counts.csv", "publication.json", "seed.json",
        "result.json", "trace.txt", "manifest.sha256", "manifest.sig",
    ];

    public static IEnumerable<string> Files(int level) => level switch
    {
        1 => Always.Concat(["ballots.csv", "ballots.pb"]),
        2 => Always.Append("entries.csv"),
        _ => Always,
    };

    public static string Level(IStringLocalizer<Words> text, int level) => level switch
    {
        1 => text["The choices on every counted ballot are in it, without names and in an order that says nothing."],
        2 => text["The choices are in it project by project, not ballot by ballot: more than one ballot in five has choices that nobody else made, and could be recognised. Anybody can add up the votes again; that the entries are those on the ballots, you have to take from us."],
        _ => text["The choices on ballots are not in it, because fewer than 100 people voted and single ballots could be recognised. Anybody can check the log and the money; the number of votes for each project, you have to take from us."],
    };
}
