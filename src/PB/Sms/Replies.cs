using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace PB.Sms;

/// <summary>The words of our replies, and their filling in. No reply is longer than one message, whatever stands in it.</summary>
public static partial class Replies
{
    static readonly ResourceManager Catalogue = new("PB.Sms.Replies", typeof(Replies).Assembly);

    /// <summary>The languages that there is a catalogue of.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "cy"];

    /// <summary>How a reply is called in records: SAVED, and SAVED_CY in Welsh.</summary>
    public static string Name(ReplyKey key, string language = "en") =>
        WordBegins().Replace(key.ToString(), "_").ToUpperInvariant() + (language == "en" ? "" : $"_{language.ToUpperInvariant()}");

    /// <summary>The reply with its blanks as they are.</summary>
    public static string Blank(ReplyKey key, string language) => Fragment(Name(key), language);

    /// <summary>A part of replies, such as the word for "two".</summary>
    public static string Fragment(string name, string language) =>
        Catalogue.GetString(name, CultureInfo.GetCultureInfo(language == "en" ? "" : language))
        ?? throw new InvalidOperationException($"The catalogue has no {name}.");

    /// <summary>Fills a reply in. Where the projects' titles make it too long it has their numbers, and where those do, how many there are.</summary>
    /// <param name="key">Which reply.</param>
    /// <param name="language">In which language.</param>
    /// <param name="values">What stands in its blanks, but for the list.</param>
    /// <param name="list">The projects as the list names them: the longest way first.</param>
    public static string Say(ReplyKey key, string language, IReadOnlyDictionary<string, string> values, params IReadOnlyList<string> list)
    {
        var blank = Blank(key, language);
        var said = list.Select(words => Fill(blank, values, words)).ToList();
        return said.Find(Gsm7.Fits) ?? (said.Count > 0 ? said[^1] : Fill(blank, values, ""));
    }

    public static string Fill(string blank, IReadOnlyDictionary<string, string> values, string list = "") => Blanks().Replace(blank, match =>
        match.Groups[1].Value == "LIST" ? list
        : values.TryGetValue(match.Groups[1].Value, out var value) ? value
        : throw new InvalidOperationException($"Nothing was given for {match.Value} in “{blank}”."));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBegins();

    [GeneratedRegex(@"\{([A-Z]+)\}")]
    private static partial Regex Blanks();
}
