using System.Security.Cryptography;
using System.Text;

namespace PB.Proposals;

/// <summary>The code on a slip of paper by which somebody takes over an idea that was written down for them; only its SHA-256 is kept.</summary>
public static class ClaimCode
{
    // Without letters and digits that look alike on paper. Twelve of them are 58 bits: not to be guessed through a door that is watched.
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 12, Group = 4;

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(Group).Select(part => new string(part)));

    /// <summary>The same for whatever way somebody copies it: small letters, spaces, no hyphens.</summary>
    public static byte[] HashOf(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));
}
