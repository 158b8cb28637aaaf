using System.Globalization;

namespace PB.Tally.Files;

/// <summary>Reads META and what the other sections need to know from it.</summary>
sealed class MetaRows
{
    static readonly string[] Obligatory =
        ["description", "country", "unit", "instance", "num_projects", "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end"];

    readonly Dictionary<string, string> values = [];
    readonly Dictionary<string, int> lines = [];

    MetaRows(RecordReader rows)
    {
        var header = Header.Read(rows, "META", "key", "value");
        var (key, value) = (header.Find("key"), header.Find("value"));
        while (true)
        {
            if (!rows.Read()) throw rows.Error("The file ends before the section PROJECTS. Get a whole copy of it.");
            if (!header.IsRow()) break;
            var name = new string(rows[key]).ToLowerInvariant();
            if (!values.TryAdd(name, new(rows[value]))) throw rows.Error($"META has two rows {name}. Remove one.");
            lines.Add(name, rows.Line);
        }
        foreach (var name in Obligatory)
            if (!values.ContainsKey(name)) throw rows.Error($"META has no row {name}. Add it above this line.");
        Currency = ReadCurrency();
        Budget = ReadBudget();
        VoteType = ReadVoteType();
        Projects = ReadNumber("num_projects");
        Votes = ReadNumber("num_votes");
    }

    public IReadOnlyDictionary<string, string> Values => values;

    public IReadOnlyDictionary<string, int> Lines => lines;

    public Currency Currency { get; }

    public Money Budget { get; }

    public VoteType VoteType { get; }

    public int Projects { get; }

    public int Votes { get; }

    /// <summary>Reads the section behind its title, up to the title of the next.</summary>
    public static MetaRows Read(RecordReader rows) => new(rows);

    public PabulibException Error(string key, string reason) => new(lines[key], reason);

    Currency ReadCurrency()
    {
        var code = values.GetValueOrDefault("currency", "");
        if (code.Length == 0) return Currency.Of("XXX");
        try
        {
            return Currency.Of(code.ToUpperInvariant());
        }
        catch (ArgumentException)
        {
            throw Error("currency", $"The currency '{code}' is not the three letters of a code such as PLN.");
        }
    }

    Money ReadBudget()
    {
        var reason = Amount.Read(values["budget"], Currency, out var budget);
        return reason is null ? budget : throw Error("budget", $"The budget '{values["budget"]}' {reason}");
    }

    VoteType ReadVoteType() => values["vote_type"].ToLowerInvariant() switch
    {
        "approval" => VoteType.Approval,
        "choose-1" => VoteType.ChooseOne,
        "ordinal" => VoteType.Ordinal,
        "cumulative" => VoteType.Cumulative,
        "scoring" => VoteType.Scoring,
        var other => throw Error("vote_type", $"The vote type '{other}' is unknown. It has to be approval, choose-1, ordinal, cumulative or scoring."),
    };

    int ReadNumber(string key) => int.TryParse(values[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Error(key, $"{key} is '{values[key]}', which is not a whole number. Write digits only.");
}
