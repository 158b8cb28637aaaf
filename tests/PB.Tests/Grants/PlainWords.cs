using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PB.Tests.Town;

namespace PB.Tests.Grants;

/// <summary>How hard a page is to read, by Flesch and Kincaid: the school year that one needs for it. Reading age is that and five.</summary>
static partial class PlainWords
{
    /// <summary>Sentences of three words and more in a page's main part.</summary>
    public static List<string[]> SentencesOf(Page page) => [.. from part in page.Document.QuerySelectorAll("main p, main li, main label, main legend, main h1, main h2, main button, main summary, main .govuk-hint")
                                                               where part.QuerySelector("p, li, label, ul") is null
                                                               from sentence in SentenceEnd().Split(part.Text().ReplaceLineEndings(" "))
                                                               let words = Word().Matches(sentence).Select(match => match.Value).ToArray()
                                                               where words.Length >= 3
                                                               select words];

    public static double YearOf(IReadOnlyCollection<string[]> sentences)
    {
        double words = sentences.Sum(sentence => sentence.Length), syllables = sentences.Sum(sentence => sentence.Sum(Syllables));
        return 0.39 * words / sentences.Count + 11.8 * syllables / words - 15.59;
    }

    // A silent e at the end is none; two vowels together are one.
    static int Syllables(string word) => word.Length <= 3 ? 1 : Math.Max(1, Vowels().Count(SilentEnd().Replace(word.ToLowerInvariant(), "")));

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[A-Za-z’']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"([^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouy]{1,2}")]
    private static partial Regex Vowels();
}
