using System.Text;

namespace PB.Grants.Applications;

/// <summary>How much of one plan's words stands in another: runs of five words, so that a shared topic alone counts for nothing.</summary>
public static class Likeness
{
    /// <summary>From how much on, in a hundred, a coordinator is told.</summary>
    public const int Striking = 40;

    // Shorter texts are alike by chance.
    const int Run = 5, Fewest = 15;

    /// <returns>How many in a hundred of the shorter one's runs stand in the other.</returns>
    public static int Of(Application one, Application other)
    {
        var (mine, theirs) = (Runs(one), Runs(other));
        var shorter = Math.Min(mine.Count, theirs.Count);
        return shorter < Fewest ? 0 : mine.Count(theirs.Contains) * 100 / shorter;
    }

    static HashSet<string> Runs(Application own)
    {
        var words = Words($"{own.Summary} {own.Answers.Need} {own.Answers.YoungLed} {own.Answers.Plan}");
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(at => string.Join(' ', words[at..(at + Run)]))];
    }

    static string[] Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
