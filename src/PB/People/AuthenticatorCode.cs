using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PB.People;

/// <summary>The six figures that an authenticator app shows: RFC 6238 with SHA-1 and steps of 30 seconds, as every app has it.</summary>
public static class AuthenticatorCode
{
    const int Step = 30;

    /// <param name="key">The key in Base32, as the app was given it.</param>
    public static string At(string key, DateTimeOffset moment) => OfStep(FromBase32(key), moment.ToUnixTimeSeconds() / Step);

    /// <summary>Whether a code is that of now, or of the step before or after: clocks differ, and typing takes a while.</summary>
    public static bool Matches(string key, string code, DateTimeOffset now)
    {
        var bytes = FromBase32(key);
        var step = now.ToUnixTimeSeconds() / Step;
        var typed = System.Text.Encoding.UTF8.GetBytes(code);
        return new[] { step - 1, step, step + 1 }
            .Aggregate(false, (found, s) => found | CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(OfStep(bytes, s)), typed));
    }

#pragma warning disable CA5350 // The apps know no other hash; RFC 6238 stays secure with it.
    static string OfStep(byte[] key, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var cut = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (cut % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    static byte[] FromBase32(string text)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            held = (held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits & 0xff));
        }

        return [.. bytes];
    }
}
