using System.Buffers.Text;
using System.Globalization;

namespace PB.Tally.Files;

/// <summary>Decimal numbers as they stand in files.</summary>
static class Amount
{
    const long Ceiling = 1_000_000_000_000_000, MostPoints = 1_000_000_000_000;
    const string TooLarge = "is too large: more than 10^15 of the smallest unit.";

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

    /// <summary>
    /// What an amount that cannot be read most likely means: with powers of ten written out (1e3), without blanks, apostrophes and letters, with commas or
    /// points between groups of three for thousands, and without the decimals that the currency does not have.
    /// </summary>
    public static string Guess(string text, Currency currency)
    {
        if (text.Contains('e', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        var kept = string.Concat(text.Where(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-')).Trim('.', ',');
        var last = kept.LastIndexOfAny(['.', ',']);
        var isRepeated = last >= 0 && kept.Count(letter => letter == kept[last]) > 1;
        var isThousands = isRepeated || last >= 0 && kept[last] == ',' && kept.Length - last == 4 && !kept.Contains('.', StringComparison.Ordinal);
        if (last < 0 || isThousands) return WithoutMarks(kept);
        var decimals = kept[(last + 1)..];
        return $"{WithoutMarks(kept[..last])}.{decimals[..Math.Min(decimals.Length, currency.Digits)]}".TrimEnd('.');
    }

    /// <summary>The amount as files have it: digits, and a point only before decimals that are not all zero.</summary>
    public static string Text(Money money, Currency currency) =>
        (money.MinorUnits / (decimal)currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Reads the points of a vote: a decimal number of at most 25 characters and 10^12 in size, with a sign or without.</summary>
    public static bool TryReadPoints(ReadOnlySpan<byte> text, out decimal points)
    {
        // Almost all points are small whole numbers; asking for a decimal takes ten times as long.
        if (text.Length < 10 && Utf8Parser.TryParse(text, out int whole, out var read) && read == text.Length)
        {
            points = whole;
            return true;
        }
        points = 0;
        return text.Length <= 25 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out points)
            && Math.Abs(points) <= MostPoints;
    }

    static string WithoutMarks(string text) => text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
