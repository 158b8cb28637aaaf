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
        return (sum.MinorUnits / 100m).ToString(sum.MinorUnits % 100 == 0 ? "C0" : "C2", form);
    }
}
