using System.Globalization;
using PB.Grants.Awards;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

/// <summary>Tables of a fund's money for spreadsheets.</summary>
static class OpenDataFiles
{
    public static byte[] Decisions(IReadOnlyList<OpenGrant> grants) => CsvTable.Of(
        ["reference", "title", "group", "area", "asked", "awarded", "paid", "decided_on", "reason", "yes", "no", "abstained"],
        grants.OrderBy(grant => grant.Ref, StringComparer.Ordinal).Select(grant => (IEnumerable<string>)
        [
            grant.Ref, grant.Title, grant.Organisation?.Name ?? "Individual Recipient", string.Join("; ", grant.Areas), PaymentFile.Pounds(grant.Applied), PaymentFile.Pounds(grant.Awarded),
            PaymentFile.Pounds(grant.Payments.Select(payment => payment.Sum).Sum()), grant.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            grant.Reason, Voted(grant.Votes?.Yes), Voted(grant.Votes?.No), Voted(grant.Votes?.Abstain),
        ]));

    public static byte[] Reach(IReadOnlyList<ReachTable> tables) => CsvTable.Of(
        ["respect", "group", "applications", "awards"],
        tables.SelectMany(table => table.Rows.Select(row => (IEnumerable<string>)[table.Respect, row.Group, Told(row.Applications), Told(row.Awards)])));

    /// <summary>Every line in the order in which it was entered, with what each pot had left after it.</summary>
    public static byte[] Ledger(IReadOnlyList<LedgerLine> lines) => CsvTable.Of(
        ["at", "pot", "kind", "amount", "left_in_pot", "award", "reason"],
        lines.Select(line => (IEnumerable<string>)
        [
            line.Entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), line.Pot, $"{line.Entry.Kind}", PaymentFile.Pounds(line.Entry.Amount),
            PaymentFile.Pounds(line.Left), line.AwardRef, line.Entry.Reason,
        ]));

    // Fewer than four voters are not counted out.
    static string Voted(int? count) => count is { } told ? CsvTable.Number(told) : "";

    static string Told(int? count) => count is { } told ? CsvTable.Number(told) : $"fewer than {PB.Grants.Awards.Reach.LeastTold}";
}
