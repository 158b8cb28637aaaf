using System.Globalization;
using System.Text;
using PB.Results;
using PB.Tally;

namespace PB.Web.Results;

/// <summary>The projects of a result as a table for spreadsheets, in the order of decision.</summary>
static class ResultTable
{
    static readonly string[] Head =
        ["number", "title", "votes", "price", "awarded", "money_before", "money_after", "outcome", "votes_short", "cheaper_by"];

    public static byte[] Csv(ResultDocument document)
    {
        var currency = Currency.Of(document.Currency);
        var table = new StringBuilder().AppendJoin(',', Head).Append("\r\n");
        foreach (var step in document.Count.Steps)
            table.AppendJoin(',', Cells(step, document.TitleOf(step.Number), currency)).Append("\r\n");
        // The mark tells spreadsheets that it is UTF-8.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    static IEnumerable<string> Cells(Step step, string title, Currency currency) =>
    [
        Number(step.Number), Text(title), Number(step.Votes), Sum(step.Cost, currency), Sum(step.Awarded, currency), Sum(step.MoneyBefore, currency),
        Sum(step.MoneyAfter, currency), step.Outcome.ToString(), step.VotesShort is { } votes ? Number(votes) : "",
        step.CheaperBy is { } sum ? Sum(sum, currency) : "",
    ];

    // A spreadsheet runs what begins like a formula; a leading apostrophe makes it words.
    static string Text(string text)
    {
        var harmless = text.Length > 0 && "=+-@\t\r\n|%".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Sum(Money money, Currency currency) =>
        ((decimal)money.MinorUnits / currency.MinorPerMajor).ToString($"F{currency.Digits}", CultureInfo.InvariantCulture);
}
