using System.Globalization;
using PB.Grants.Awards;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

/// <summary>The file for the bank: a line a payment, and the total of all.</summary>
static class PaymentFile
{
    static readonly string[] Head = ["reference", "name", "sort_code", "account_number", "amount"];

    public static byte[] Write(IReadOnlyList<BatchLine> lines) => CsvTable.Of(Head,
    [
        .. lines.Select(line => (IEnumerable<string>)[line.Reference, line.To.Name, line.To.SortCode, line.To.Number, Pounds(line.Amount)]),
        ["total", "", "", "", Pounds(lines.Select(line => line.Amount).Sum())],
    ]);

    public static string Pounds(Money sum) => (sum.MinorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
