using System.Text.RegularExpressions;

namespace PB.Neighbourhoods;

/// <summary>A British postcode in its normal form: capitals, one space before the last three characters.</summary>
public readonly partial record struct Postcode
{
    Postcode(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? text, out Postcode postcode)
    {
        var letters = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var valid = letters.Length is >= 5 and <= 7 && Form().IsMatch(letters);
        postcode = valid ? new Postcode($"{letters[..^3]} {letters[^3..]}") : default;
        return valid;
    }

    public override string ToString() => Text;

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex Form();
}
