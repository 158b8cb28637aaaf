using System.Globalization;
using System.Text;

namespace PB.Data;

/// <summary>A name as it stands in an address: small letters, digits and hyphens.</summary>
public static class Slug
{
    public const int MaxLength = 60;

    /// <returns>The slug, or an empty text when the name has no letter or digit.</returns>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        // Letters that no decomposition takes apart.
        name = name.Replace('ł', 'l').Replace('Ł', 'L').Replace('ø', 'o').Replace('Ø', 'O').Replace("ß", "ss", StringComparison.Ordinal);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
                     && letter is not '\'' and not '’' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString(0, Math.Min(slug.Length, MaxLength)).Trim('-');
    }

    /// <summary>The wanted slug, or with the first number from 2 on that is free: <c>riverside-2</c>.</summary>
    public static string FirstFree(string wanted, IReadOnlyCollection<string> taken)
    {
        for (var (free, number) = (wanted, 2); ; number++)
        {
            if (!taken.Contains(free))
                return free;
            var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            free = wanted[..Math.Min(wanted.Length, MaxLength - ending.Length)].TrimEnd('-') + ending;
        }
    }
}
