using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PB.Proposals;

/// <summary>The unguessable part of the link that opens a draft without an account; only its SHA-256 is kept.</summary>
public static class DraftKey
{
    const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
