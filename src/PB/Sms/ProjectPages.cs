using System.Globalization;
using PB.Tally;

namespace PB.Sms;

/// <summary>The list of a round's projects in messages of one part each.</summary>
public static class ProjectPages
{
    /// <summary>A page of the list; the last one where there are not so many.</summary>
    public static string Page(TextRound round, string language, int number)
    {
        var pages = All(round, language);
        return pages[Math.Clamp(number, 1, pages.Count) - 1];
    }

    public static IReadOnlyList<string> All(TextRound round, string language)
    {
        var pages = new List<string>();
        var left = round.OnTheBallot.Select(project => $"{Written(project.Number)} {project.Title} {Sum(project.Price, round.Currency)}").ToList();
        do
        {
            var begin = pages.Count == 0 ? $"{round.Name}: " : "";
            var whole = begin + string.Join("; ", left);
            var more = Replies.Fill(Replies.Fragment("MORE", language), new Dictionary<string, string> { ["N"] = Written(pages.Count + 2) });
            var taken = Gsm7.Fits(whole) ? left.Count : Fitting(begin, left, more);
            pages.Add(taken == left.Count ? whole : begin + string.Join("; ", left.Take(taken)) + more);
            left.RemoveRange(0, taken);
        }
        while (left.Count > 0);
        return pages;
    }

    static int Fitting(string begin, List<string> left, string more)
    {
        var taken = 1;
        while (taken < left.Count && Gsm7.Fits(begin + string.Join("; ", left.Take(taken + 1)) + more))
            taken++;
        return taken;
    }

    /// <summary>Money as texts say it: whole units without a point.</summary>
    public static string Sum(Money money, string currency)
    {
        var unit = Currency.Of(currency).MinorPerMajor;
        var amount = money.MinorUnits % unit == 0
            ? (money.MinorUnits / unit).ToString("N0", CultureInfo.InvariantCulture)
            : ((decimal)money.MinorUnits / unit).ToString("N2", CultureInfo.InvariantCulture);
        return currency switch { "GBP" => $"£{amount}", "EUR" => $"€{amount}", "USD" => $"${amount}", _ => $"{amount} {currency}" };
    }

    static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
