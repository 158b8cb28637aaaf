using System.Globalization;

namespace PB.Tally.Files;

/// <summary>Reads META and what the other sections need to know from it.</summary>
sealed class MetaRows
{
    public static readonly string[] Obligatory =
        ["description", "country", "unit", "instance", "num_projects", "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end"];

    readonly Dictionary<string, string> values = [];
    readonly Dictionary<string, int> lines = [];
    readonly Remarks remarks;
    readonly int end;

    MetaRows(Section section, Remarks remarks)
    {
        this.remarks = remarks;
        while (section.Next()) Add(section);
        end = section.Line;
        foreach (var name in Obligatory)
            if (!values.ContainsKey(name)) AddMissing(name);
        Currency = ReadCurrency();
        Budget = ReadAmount("budget", values["budget"], end);
        VoteType = ReadVoteType();
    }

    public IReadOnlyDictionary<string, string> Values => values;

    public IReadOnlyDictionary<string, int> Lines => lines;

    public Currency Currency { get; }

    public Money Budget { get; }

    public VoteType VoteType { get; }

    /// <summary>Reads the section behind its title, up to the title of the next.</summary>
    public static MetaRows Read(Rows rows, Remarks remarks, string? follower) => new(Section.Open(rows, remarks, "META", follower, "key", "value"), remarks);

    /// <summary>Compares a number that META promises with what there is.</summary>
    /// <param name="key">The number's key.</param>
    /// <param name="section">What it counts the rows of.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="last">The last line, where a file is cut that has too few.</param>
    public void CheckCount(string key, string section, int count, int last)
    {
        var isNumber = int.TryParse(values[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number == count) return;
        var what = isNumber ? $"{key} is {number}, but {section} has {count} rows." : $"{key} is '{values[key]}', which is not a whole number.";
        var isCut = isNumber && count < number && section == "VOTES";
        var advice = isCut ? "The file may be cut here: get a whole copy, or correct the number." : "Correct the number, or get a whole copy of the file.";
        remarks.Repair(isCut ? last : LineOf(key), what, advice, $"The {count} rows that are there were read.");
        values[key] = count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An amount of money at a line of the file.</summary>
    public Money ReadAmount(string name, string text, int line)
    {
        var at = lines.GetValueOrDefault(name, line);
        var reason = Amount.Read(text, Currency, out var money);
        if (reason is null) return money;
        var guess = Amount.Guess(text, Currency);
        if (Amount.Read(guess, Currency, out money) is not null) throw new PabulibException(at, $"The {name} '{text}' {reason}");
        var full = $"The {name} '{text}' {reason}";
        var split = full.IndexOf(". ", StringComparison.Ordinal) + 1;
        if (split == 0) remarks.Repair(at, full, "Correct it.", $"It was read as {guess}.");
        else remarks.Repair(at, full[..split], full[(split + 1)..], $"It was read as {guess}.");
        return money;
    }

    public int LineOf(string key) => lines.GetValueOrDefault(key, end);

    void Add(Section section)
    {
        var name = section.Text(section.Find("key")).ToLowerInvariant();
        var kept = name;
        for (var number = 2; values.ContainsKey(kept); number++) kept = $"{name} ({number})";
        if (kept != name) remarks.Repair(section.Line, $"META has two rows {name}.", "Remove one.", $"This one was kept under '{kept}', the first holds.");
        values.Add(kept, section.Rest(section.Find("value")));
        lines.Add(kept, section.Line);
    }

    void AddMissing(string name)
    {
        const string Advice = "Add it above this line.";
        var what = $"META has no row {name}.";
        if (name == "budget") throw new PabulibException(end, $"{what} {Advice}");
        remarks.Repair(end, what, Advice, "It was read as empty.");
        values.Add(name, "");
    }

    Currency ReadCurrency()
    {
        var code = values.GetValueOrDefault("currency", "").ToUpperInvariant();
        if (code.Length == 3 && code.All(char.IsAsciiLetterUpper)) return Currency.Of(code);
        if (code.Length > 0)
            remarks.Repair(LineOf("currency"), $"The currency '{values["currency"]}' is not the three letters of a code such as PLN.", "Correct it, or remove the row.", "Amounts were read with two decimals.");
        return Currency.Of("XXX");
    }

    VoteType ReadVoteType()
    {
        var index = Array.IndexOf(VoteTypeNames, values["vote_type"].ToLowerInvariant());
        if (index >= 0) return (VoteType)index;
        const string Advice = "It has to be approval, choose-1, ordinal, cumulative or scoring.";
        remarks.Repair(LineOf("vote_type"), $"The vote type '{values["vote_type"]}' is unknown.", Advice, "Votes were read as approvals: points and order count for nothing.");
        return VoteType.Approval;
    }

    /// <summary>The names of <see cref="Files.VoteType"/> in files, in its order.</summary>
    public static readonly string[] VoteTypeNames = ["approval", "choose-1", "ordinal", "cumulative", "scoring"];
}
