using System.Security.Cryptography;
using System.Text;

namespace PB.Sms;

/// <summary>Signs and checks the provider's requests: HMAC-SHA1 over the public address and all fields, as they were sent.</summary>
/// <remarks>The address is worked on as text. A parsed and rewritten one may be escaped otherwise than the one that was signed.</remarks>
public static class TwilioSignature
{
    public static string Sign(string address, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields, string token)
    {
        var signed = new StringBuilder(address);
        foreach (var (name, values) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            foreach (var value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                signed.Append(name).Append(value);
        return Of(signed.ToString(), token);
    }

    /// <summary>Whether a form was signed with one of the tokens: during a rotation there are two.</summary>
    public static bool IsOf(string? header, string address, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> fields, IEnumerable<string> tokens) =>
        !string.IsNullOrEmpty(header) && (from token in tokens
                                          where token.Length > 0
                                          from variant in Variants(address)
                                          select Equal(header, Sign(variant, fields, token))).Any(same => same);

    /// <summary>The same for a request whose body is no form: its address names the body's SHA-256.</summary>
    public static bool IsOf(string? header, string address, ReadOnlySpan<byte> body, IEnumerable<string> tokens)
    {
        const string Name = "bodySHA256=";
        var at = address.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var named = address[(at + Name.Length)..].Split('&', 2)[0];
        return Equal(named.ToLowerInvariant(), Convert.ToHexStringLower(SHA256.HashData(body))) && IsOf(header, address, Array.Empty<KeyValuePair<string, IReadOnlyList<string>>>(), tokens);
    }

    /// <summary>The address as it is, without its port, and with the usual one: the provider signs now one, now the other.</summary>
    static IEnumerable<string> Variants(string address)
    {
        yield return address;
        var begin = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.IndexOfAny(['/', '?', '#'], begin) is >= 0 and var found ? found : address.Length;
        var authority = address[begin..end];
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf('@') && colon >= 0;
        yield return hasPort
            ? address[..begin] + authority[..colon] + address[end..]
            : $"{address[..end]}:{(address.StartsWith("https:", StringComparison.Ordinal) ? 443 : 80)}{address[end..]}";
    }

    // SHA-1 is what the provider signs with; as a keyed hash it holds.
#pragma warning disable CA5350
    static string Of(string signed, string token) => Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350

    static bool Equal(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
