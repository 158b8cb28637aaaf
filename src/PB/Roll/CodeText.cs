using System.Security.Cryptography;

namespace PB.Roll;

/// <summary>A code as it stands in a letter: eleven characters by chance and one that shows a slip, in three groups: 7K3M-Q9TX-H2VD.</summary>
public static class CodeText
{
    /// <summary>Digits and letters without those that are mistaken for each other: 0 and O, 1, I and L. There are 31 of them, a prime number.</summary>
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Length = 12;

    public static string New()
    {
        var chance = RandomNumberGenerator.GetString(Alphabet, Length - 1);
        return Grouped(chance + Alphabet[CheckOf(chance)]);
    }

    /// <returns>The code in its normal form; null and why when it cannot be one.</returns>
    public static CodeMistake? Read(string? typed, out string code)
    {
        var letters = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        code = letters.Length == Length ? Grouped(letters) : "";
        if (letters.Length != Length)
            return CodeMistake.WrongLength;
        return letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) && Alphabet[CheckOf(letters[..^1])] == letters[^1]
            ? null : CodeMistake.DoesNotAddUp;
    }

    // Any one wrong character, and any two neighbours that changed places, change the sum.
    static int CheckOf(string letters) =>
        letters.Aggregate(0, (sum, letter) => (sum + Alphabet.IndexOf(letter, StringComparison.Ordinal)) * 3 % Alphabet.Length);

    static string Grouped(string letters) => $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
}

/// <summary>Why what was typed cannot be a code.</summary>
public enum CodeMistake
{
    WrongLength,
    DoesNotAddUp,
}
