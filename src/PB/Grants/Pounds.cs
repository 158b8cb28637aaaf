using System.Globalization;
using PB.Tally;

namespace PB.Grants;

/// <summary>Writes sums in mails: without pennies where there are none.</summary>
static class Pounds
{
    public static string InPounds(this Money sum) =>
        "£" + (sum.MinorUnits / 100m).ToString(sum.MinorUnits % 100 == 0 ? "N0" : "N2", CultureInfo.GetCultureInfo("en-GB"));
}
