using System.Globalization;

namespace PB.Web.Rounds.Setup;

/// <summary>A day as a browser sends it, or as somebody writes it without a date picker: 2027-03-27, 27 3 2027, 27/3/2027.</summary>
static class CivicDay
{
    static readonly string[] Forms = ["yyyy-MM-dd", "d/M/yyyy", "d M yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <returns>False for what is no day; true with null for nothing at all.</returns>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 2100)
            return false;
        day = read;
        return true;
    }

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
