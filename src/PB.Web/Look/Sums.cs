using System.Globalization;
using PB.Tally;

namespace PB.Web.Look;

/// <summary>Writes sums without pennies where there are none.</summary>
public static class Sums
{
    public static string Written(this Money sum, string currency = "GBP")
    {
        var form = (NumberFormatInfo)CultureInfo.GetCultureInfo("en-GB").NumberFormat.Clone();
        form.CurrencySymbol = currency switch { "GBP" => "£", "EUR" => "€", "USD" => "$", _ => currency + "\u00A0" };
        form.CurrencyPositivePattern = 0;
        form.CurrencyNegativePattern = 1;
        var (units, per) = (sum.MinorUnits, Currency.Of(currency).MinorPerMajor);
        var digits = units % per == 0 ? 0 : Currency.Of(currency).Digits;
        return ((decimal)units / per).ToString($"C{digits}", form);
    }
}
