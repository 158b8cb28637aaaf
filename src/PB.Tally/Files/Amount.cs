using System.Globalization;

namespace PB.Tally.Files;

/// <summary>Decimal numbers as they stand in files.</summary>
static class Amount
{
    const long Ceiling = 1_000_000_000_000_000;

    /// <summary>Reads an amount exactly; the reason why not, if it cannot be.</summary>
    public static string? Read(ReadOnlySpan<char> text, Currency currency, out Money money)
    {
        money = Money.Zero;
        if (text.StartsWith("-")) return "is below zero; it has to be zero or more.";
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (whole.IsEmpty || !IsDigits(whole) || !IsDigits(decimals)) return "is not a number. Write digits only, with a point before decimals.";
        if (point >= 0 && text[point] == ',' && decimals.Length == 3) return "may mean thousands or decimals. Write it without the comma.";
        if (decimals.TrimEnd('0').Length > currency.Digits) return $"is finer than the smallest unit of {currency.Code}, which has {currency.Digits} decimals.";
        var units = 0L;
        foreach (var digit in whole.TrimStart('0'))
            if ((units = units * 10 + (digit - '0')) > Ceiling) return TooLarge;
        for (var i = 0; i < currency.Digits; i++)
            if ((units = units * 10 + (i < decimals.Length ? decimals[i] - '0' : 0)) > Ceiling) return TooLarge;
        money = new(units);
        return null;
    }

    /// <summary>Reads the points of a vote: a decimal number of at most 12 digits on each side of the point, with a sign or without.</summary>
    public static bool TryReadPoints(ReadOnlySpan<char> text, out decimal points) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out points)
        && text.Length <= 25 && Math.Abs(points) <= 1_000_000_000_000;

    const string TooLarge = "is too large: more than 10^15 of the smallest unit.";

    static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
