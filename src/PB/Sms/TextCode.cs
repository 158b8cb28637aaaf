using System.Security.Cryptography;

namespace PB.Sms;

/// <summary>The code of a letter: seven signs by chance and one that shows slips, of an alphabet in which no two signs look alike.</summary>
public static class TextCode
{
    public const int Length = 8;

    const string Alphabet = "ACDEFGHJKLMNPQRTUWXY347";

    /// <summary>A code that nobody can guess.</summary>
    public static string New()
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, Length - 1);
            foreach (var last in Alphabet)
                if (Checks(code + last))
                    return code + last;
        }
    }

    /// <summary>The code that somebody meant: signs that look like one of ours are taken for it. Null where it cannot be a code.</summary>
    public static string? Meant(string typed)
    {
        var code = string.Concat(typed.Where(sign => sign is not ('-' or ' ')).Select(Mend));
        return code.Length == Length && code.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>Whether the check sign fits: it catches every single slip, and every two neighbours that changed places.</summary>
    public static bool Checks(string code) =>
        code.Length == Length && code.Select((sign, place) => (place + 1) * Alphabet.IndexOf(sign, StringComparison.Ordinal)).Sum() % Alphabet.Length == 0;

    /// <summary>The code as it is printed: two groups of four.</summary>
    public static string Printed(string code) => $"{code[..4]}-{code[4..]}";

    static char Mend(char sign) => sign switch
    {
        'I' or '1' => 'L',
        'O' or '0' => 'Q',
        'V' => 'U',
        '6' => 'G',
        _ => sign,
    };
}
