using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PB.Neighbourhoods;

namespace PB.Roll;

/// <summary>Who somebody is, as they or a register say it. It is hashed with the round's key at once and never stored.</summary>
/// <param name="Name">First and last name, in any order.</param>
/// <param name="BornOn">Their birthday.</param>
/// <param name="Postcode">Of their home.</param>
/// <param name="Number">Their number in the register, where it has numbers.</param>
public sealed record Identity(string Name, DateOnly BornOn, Postcode Postcode, string? Number = null)
{
    /// <summary>The key by which people of a round are hashed: made from the round's own key, and so gone with it.</summary>
    public static byte[] KeyOf(byte[] roundKey) => HMACSHA256.HashData(roundKey, "pb/1/register-key"u8);

    /// <summary>What stands for this person: the same for “Zoë O'Neill-Smith” and “SMITH ONEILL ZOE”.</summary>
    public byte[] Digest(byte[] key) =>
        Hash(key, $"person\n{string.Join(' ', NameSpelling.Words(Name).Order(StringComparer.Ordinal))}\n{Day(BornOn)}\n{Postcode.Text}");

    /// <summary>What stands for this number and birthday; null where there is no number.</summary>
    public byte[]? NumberDigest(byte[] key) =>
        string.Concat((Number ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } number ? Hash(key, $"number\n{number}\n{Day(BornOn)}") : null;

    /// <summary>How old they are on a day, in whole years; somebody born on 29 February has their birthday on 1 March in other years.</summary>
    public static int AgeOn(DateOnly day, DateOnly bornOn)
    {
        var years = day.Year - bornOn.Year;
        return (day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? years - 1 : years;
    }

    static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
