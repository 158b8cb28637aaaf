using System.Globalization;
using System.Text;

namespace PB.Roll;

/// <summary>The words of a name as they are compared: forms, registers and phones write capitals, accents, apostrophes, hyphens and spaces each in their own way.</summary>
/// <remarks>Nothing else is taken for the same: “Mueller” is not “Müller”, and “Ann” is not “Anne”.</remarks>
public static class NameSpelling
{
    // Letters that no decomposition leads back to those without a stroke or a tie.
    static readonly Dictionary<char, string> Folded = new()
    {
        ['ß'] = "SS",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['Ø'] = "O",
        ['Ð'] = "D",
        ['Đ'] = "D",
        ['Þ'] = "TH",
        ['Ł'] = "L",
        ['Ħ'] = "H",
        ['Ŧ'] = "T",
        ['Ŋ'] = "NG",
        ['ı'] = "I",
        ['ĸ'] = "K",
    };

    /// <summary>What some people write apart and others together: O Neill, Mc Donald.</summary>
    static readonly string[] Prefixes = ["O", "MC", "MAC"];

    /// <returns>The words of the name in the order in which they stand: “Zoë O’Neill-Smith” is ZOE, ONEILL, SMITH.</returns>
    public static IEnumerable<string> Words(string name)
    {
        var prefix = "";
        foreach (var word in Apart(name))
        {
            if (prefix.Length == 0 && Prefixes.Contains(word))
            {
                prefix = word;
                continue;
            }

            yield return prefix + word;
            prefix = "";
        }

        if (prefix.Length > 0)
            yield return prefix;
    }

    // Compatibility forms too: full-width letters, and letters that were set as one.
    static IEnumerable<string> Apart(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            if (char.GetUnicodeCategory(letter) is not UnicodeCategory.ModifierLetter && char.IsLetterOrDigit(letter))
            {
                var capital = char.ToUpperInvariant(letter);
                word.Append(Folded.GetValueOrDefault(capital) ?? Folded.GetValueOrDefault(letter) ?? capital.ToString());
            }
            else if (Parts(letter) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    // A space or a hyphen of any kind parts two names. An apostrophe of any kind, an accent that stands alone, a full stop after an initial and what nobody sees do not.
    static bool Parts(char letter) => char.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.DashPunctuation => true,
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => false,
        UnicodeCategory.MathSymbol => letter is '\u2212',
        _ => char.IsPunctuation(letter) && letter is not ('\'' or '\u2032' or '\u201B' or '.'),
    };
}
