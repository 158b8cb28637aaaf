using System.Text.RegularExpressions;

namespace PB.Sms;

/// <summary>A normalised message in words: what the commands and the numbers are looked for in.</summary>
public sealed partial class Phrase
{
    Phrase(string text) => (Text, Words) = (text, Split(text));

    public string Text { get; }

    /// <summary>The words without punctuation.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words in one line.</summary>
    public string Flat => string.Join(' ', Words);

    public bool AsksSomething => Text.Contains('?', StringComparison.Ordinal);

    public static Phrase Of(string body)
    {
        var text = Dotted().Replace(Normaliser.Of(body), match => match.Value.Replace(".", "", StringComparison.Ordinal));
        return new Phrase(NumberSign().Replace(text, " "));
    }

    /// <summary>Takes the name of a round out of the message, where it stands alone or before a number.</summary>
    /// <returns>Which of the names it was, and what is left; null where none is there.</returns>
    public (string Keyword, Phrase Left)? WithoutKeyword(IEnumerable<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            var found = Regex.Match(Text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(keyword)}(?=$|[^\p{{L}}\p{{N}}]|[0-9])", RegexOptions.CultureInvariant);
            if (found.Success)
                return (keyword, new Phrase(Text.Remove(found.Index, found.Length).Insert(found.Index, " ").Trim()));
        }

        return null;
    }

    public bool Is(params string[] phrases) => phrases.Contains(Flat, StringComparer.Ordinal);

    public bool Begins(string word) => Words.Count > 0 && Words[0] == word;

    /// <summary>Everything after the first word, as it was normalised.</summary>
    public string AfterFirst => Words.Count == 0 ? "" : Text[(Text.IndexOf(Words[0], StringComparison.Ordinal) + Words[0].Length)..].Trim(' ', ':', '\n', '-', '.');

    static List<string> Split(string text) => [.. Between().Split(text).Where(word => word.Length > 0)];

    // Letters, marks, digits and the two signs that people send alone stay; the rest stands between words.
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}£%*=\p{So}\p{Cs}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![A-Z])(?:[A-Z]\.){2,}[A-Z](?![A-Z])\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![A-Z])NOS?\.\s*(?=[0-9])|#", RegexOptions.CultureInvariant)]
    private static partial Regex NumberSign();
}
