using Microsoft.Extensions.Localization;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Reads a cost, or says why it is none.</summary>
static class SumWords
{
    public static string? WhyNoSum(this IStringLocalizer<Words> text, string typed, string currency, out Money sum)
    {
        sum = default;
        if (typed.StartsWith('-') || typed.StartsWith('−')) return text["The cost cannot be less than nothing. Write it in figures, such as 1,500"];
        if (typed.TrimStart('£', ' ').Replace(",", "", StringComparison.Ordinal).Split('.')[0] is { Length: > 11 } figures && figures.All(char.IsAsciiDigit))
            return text["The cost is too high. Check the number of noughts"];
        if (!Currency.Of(currency).TryParse(typed, out sum)) return text["We cannot read the cost. Write it in figures, such as 1,500 or 1500.50"];
        return sum.MinorUnits == 0 ? text["The cost must be more than nothing"].Value : null;
    }
}
