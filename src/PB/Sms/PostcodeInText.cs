using System.Text.RegularExpressions;
using PB.Neighbourhoods;

namespace PB.Sms;

/// <summary>Finds a British postcode in a message, with the slips of a phone's keys mended by their place: 0 and O, 1 and I.</summary>
static partial class PostcodeInText
{
    /// <returns>What is left of the text, and the postcode in its normal form; null where none is there.</returns>
    public static (string Left, string? Postcode) Take(string text)
    {
        foreach (Match match in Form().Matches(text))
        {
            var (outward, inward) = (match.Groups[1].Value, match.Groups[2].Value);
            if (outward.Any(char.IsAsciiLetter) && inward.Any(char.IsAsciiLetter) && Mended(outward, inward) is { } postcode)
                return (text.Remove(match.Index, match.Length).Insert(match.Index, " "), postcode);
        }

        return (text, null);
    }

    static string? Mended(string outward, string inward)
    {
        foreach (var letters in (int[])[2, 1])
        {
            if (outward.Length <= letters)
                continue;
            var area = string.Concat(outward[..letters].Select(Letter));
            var district = Digit(outward[letters]) + outward[(letters + 1)..];
            if (Postcode.TryParse($"{area}{district}{Digit(inward[0])}{string.Concat(inward[1..].Select(Letter))}", out var postcode))
                return postcode.Text;
        }

        return null;
    }

    static char Letter(char sign) => sign switch { '0' => 'O', '1' => 'I', _ => sign };

    static string Digit(char sign) => sign switch { 'O' => "0", 'I' or 'L' => "1", _ => sign.ToString() };

    [GeneratedRegex(@"(?<![A-Z0-9])([A-Z0-9]{2,4})\s?([0-9OIL]\s?[A-Z01]{2})(?![A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
