using System.Globalization;
using PB.Tally;

namespace PB.Cli;

/// <summary>A comparison as tables no wider than the terminal; each rule has a letter, so that many fit side by side.</summary>
sealed class ComparisonTable(Comparison comparison, TextWriter output, int width)
{
    const int NarrowestName = 12;

    public void Write()
    {
        Table("Rule", 1,
            ["", "Rule", "Spent", "Left", "Funded", "With nothing", "Projects each", "Money each"], comparison.Counts.Select(Row));
        Wrapped.Write(["With nothing: voters of whose projects none is funded. Each: on average for a voter, of the projects that they chose."], output, width);
        if (comparison.Categories.Length > 0) WriteCategories();
        WriteDifferences();
    }

    IEnumerable<string> Row(Tallied tallied, int at)
    {
        var (count, measures) = (tallied.Count, comparison.Measures[at]);
        return
        [
            Letter(at), count.Rule, tallied.Readable(count.Spent), Percent(Share(count.Budget - count.Spent, count.Budget)), Whole(count.Funded.Count()),
            Percent(measures.ShareWithNothing), Shown(measures.AverageProjects.ToDecimal(), "0.00"), comparison.Electing.Readable(measures.AverageMoney),
        ];
    }

    void WriteCategories()
    {
        output.WriteLine();
        Table("Spending by category", 0, ["Category", "of votes", .. Letters], comparison.Categories.Select((area, at) => (IEnumerable<string>)
            [area.Name, Percent(comparison.Measures[0].Areas[at].ShareOfVotes), .. comparison.Measures.Select(measures => Percent(measures.Areas[at].ShareOfSpending))]));
        output.WriteLine("A project with several categories is in each of them.");
    }

    void WriteDifferences()
    {
        output.WriteLine();
        output.WriteLine($"Projects funded by every rule: {comparison.FundedByAll}. By some and not by others: {comparison.Differing.Length}.");
        if (comparison.Differing.IsEmpty) return;
        output.WriteLine();
        Table("Where they differ", 1, ["Id", "Project", "Votes", "Cost", .. Letters], comparison.Differing.Select(step => (IEnumerable<string>)
            [
                comparison.Electing.Project(step.Number).Id, comparison.Electing.Name(step.Number), Whole(step.Votes), comparison.Electing.Readable(step.Cost),
                .. comparison.Funded.Select(funded => funded.Contains(step.Number) ? "yes" : "-"),
            ]));
    }

    void Table(string title, int name, string[] head, IEnumerable<IEnumerable<string>> body)
    {
        string[][] rows = [head, .. body.Select(row => row.ToArray())];
        if (WidthOf(Widths(rows)) > width) rows = [.. OnTwoLines(head), .. rows[1..]];
        var widths = Widths(rows);
        var others = WidthOf(widths) - widths[name];
        widths[name] = Math.Clamp(width - others, Math.Min(NarrowestName, widths[name]), widths[name]);
        output.WriteLine(title);
        foreach (var row in rows) output.WriteLine(string.Join("  ", row.Select((cell, column) => Terminal.Cell(cell, widths[column], column > name))).TrimEnd());
    }

    static int[] Widths(string[][] rows) => [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];

    static int WidthOf(int[] widths) => widths.Sum() + 2 * (widths.Length - 1);

    // Headings of two words, one below the other; none if all have only one.
    static IEnumerable<string[]> OnTwoLines(string[] head)
    {
        var words = Array.ConvertAll(head, heading => heading.Split(' ', 2));
        if (Array.TrueForAll(words, heading => heading.Length == 1)) return [head];
        return [Array.ConvertAll(words, heading => heading.Length == 1 ? "" : heading[0]), Array.ConvertAll(words, heading => heading[^1])];
    }

    IEnumerable<string> Letters => comparison.Counts.Select((_, at) => Letter(at));

    static string Letter(int at) => at < 26 ? ((char)('A' + at)).ToString() : (at + 1).ToString(CultureInfo.InvariantCulture);

    static Fraction Share(Money part, Money whole) => whole == Money.Zero ? 0 : new Fraction(part.MinorUnits, whole.MinorUnits);

    static string Percent(Fraction share) => Shown(share.ToDecimal() * 100, "0.0") + "%";

    static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Shown(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
