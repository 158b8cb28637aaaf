using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PB.Tally;

/// <summary>A lot that anybody can draw again with any SHA-256 tool.</summary>
/// <remarks>
/// Each project has a ticket: SHA-256 of <c>pb/1/tie</c>, a zero byte, the seed, a zero byte and the project's number in decimal digits,
/// all in UTF-8. The smallest ticket, read as hexadecimal, wins. The seed must hold something that nobody could foresee or choose, such as
/// dice rolled in public after the last ballot; <c>printf 'pb/1/tie\0%s\0%s' SEED NUMBER | sha256sum</c> gives the ticket.
/// </remarks>
public static class Lot
{
    /// <summary>The ticket of a project.</summary>
    /// <param name="seed">The published seed; may not hold a zero character.</param>
    /// <param name="number">The project's number on the ballot.</param>
    /// <returns>64 lower-case hexadecimal digits; their ordinal order is the order of the lot.</returns>
    /// <exception cref="ArgumentException"><paramref name="seed"/> holds a zero character.</exception>
    public static string Ticket(string seed, int number)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (seed.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("A seed may not hold a zero character.", nameof(seed));
        var text = string.Create(CultureInfo.InvariantCulture, $"pb/1/tie\0{seed}\0{number}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
