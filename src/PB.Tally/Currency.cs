namespace PB.Tally;

/// <summary>A currency by its ISO 4217 code, with the number of digits that its amounts have after the point.</summary>
/// <remarks>
/// Source of the digits: ISO 4217, list one, as of 2026. Codes outside the list count as having two digits, which holds for most of the world.
/// Formatting for people is left to whoever shows the amount: it depends on their language.
/// </remarks>
public sealed record Currency
{
    /// <summary>The largest amount that <see cref="TryParse"/> accepts: 10^13 minor units (100 billion pounds).</summary>
    public static readonly Money Ceiling = new(10_000_000_000_000);

    const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const string Three = "BHD IQD JOD KWD LYD OMR TND";
    const string Four = "CLF UYW";

    Currency(string code, int digits) => (Code, Digits) = (code, digits);

    /// <summary>The three capital letters of ISO 4217, for example GBP.</summary>
    public string Code { get; }

    /// <summary>How many digits follow the point: 2 for GBP, 0 for JPY, 3 for KWD; from 0 to 4.</summary>
    public int Digits { get; }

    /// <summary>How many minor units make one major unit: 100 for GBP, 1 for JPY; a power of ten.</summary>
    public int MinorPerMajor => Digits switch { 0 => 1, 2 => 100, 3 => 1000, _ => 10_000 };

    /// <summary>The currency of a code.</summary>
    /// <param name="code">Three capital letters, for example GBP.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not three capital letters A to Z.</exception>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"A currency is three capital letters such as GBP, not '{code}'.", nameof(code));
        return new(code, DigitsOf(code));
    }

    /// <summary>Reads an amount that a person typed, exactly or not at all.</summary>
    /// <param name="text">
    /// Digits, with or without commas between groups of three, then at most <see cref="Digits"/> decimals after a point.
    /// Spaces at both ends and one leading £ are let pass. No sign, no exponent, no other symbol.
    /// </param>
    /// <param name="money">The amount, from zero to <see cref="Ceiling"/>; zero if the text could not be read.</param>
    /// <returns>True if <paramref name="text"/> is an amount in this form and not above <see cref="Ceiling"/>; null is not.</returns>
    public bool TryParse(string? text, out Money money)
    {
        money = Money.Zero;
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith("£")) rest = rest[1..].TrimStart();
        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var decimals = point < 0 ? [] : rest[(point + 1)..];
        if (point >= 0 && (decimals.IsEmpty || decimals.Length > Digits || !IsGrouped(whole))) return false;
        if (!IsGrouped(whole)) return false;
        var units = 0L;
        for (var i = 0; i < whole.Length; i++)
            if (whole[i] != ',' && !Append(ref units, whole[i])) return false;
        for (var i = 0; i < Digits; i++)
            if (!Append(ref units, i < decimals.Length ? decimals[i] : '0')) return false;
        money = new(units);
        return true;
    }

    static bool Append(ref long units, char digit)
    {
        if (!char.IsAsciiDigit(digit)) return false;
        units = checked(units * 10 + (digit - '0'));
        return units <= Ceiling.MinorUnits;
    }

    static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOf(',');
        if (first < 0) return !whole.IsEmpty;
        if (first is 0 or > 3) return false;
        for (var i = first; i < whole.Length; i++)
            if (whole[i] == ',' != ((i - first) % 4 == 0)) return false;
        return (whole.Length - first) % 4 == 0;
    }

    static int DigitsOf(string code)
    {
        if (None.Contains(code, StringComparison.Ordinal)) return 0;
        if (Three.Contains(code, StringComparison.Ordinal)) return 3;
        return Four.Contains(code, StringComparison.Ordinal) ? 4 : 2;
    }
}
