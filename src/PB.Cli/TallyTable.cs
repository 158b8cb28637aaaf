using System.Globalization;
using PB.Tally;

namespace PB.Cli;

/// <summary>A count as a table no wider than the terminal: the name gives way first, then whole columns from the right.</summary>
static class TallyTable
{
    const int NarrowestName = 12, FewestColumns = 3;

    public static void Write(Tallied tallied, TextWriter output, int width)
    {
        var count = tallied.Count;
        string[] head = ["Id", "Project", "Votes", "Cost", "Outcome", "Left", "Short"];
        string[][] rows = [head, .. count.Steps.Select(step => Row(tallied, step))];
        var widths = Fitting(Enumerable.Range(0, head.Length).Select(column => rows.Max(row => row[column].Length)).ToList(), width);
        // Some rules do not say what a loser was short of.
        if (widths.Count == head.Length && count.Steps.All(step => Short(tallied, step).Length == 0)) widths.RemoveAt(widths.Count - 1);
        foreach (var row in rows) output.WriteLine(Line(row, widths));
        output.WriteLine();
        foreach (var tie in count.Ties) output.WriteLine(TieLine(tallied, tie));
        output.WriteLine(Invariant($"{count.Ballots:N0} ballots. Funded: {count.Funded.Count():N0} of {count.Steps.Length:N0} projects."));
        var (spent, budget, left) = (tallied.Readable(count.Spent), tallied.Readable(count.Budget), tallied.Readable(count.Budget - count.Spent));
        output.WriteLine($"Spent {spent} of {budget} {tallied.Currency.Code}, left {left}.");
    }

    static List<int> Fitting(List<int> widths, int width)
    {
        var name = widths[1];
        widths[1] = Math.Min(name, NarrowestName);
        while (widths.Count > FewestColumns && Total() > width) widths.RemoveAt(widths.Count - 1);
        widths[1] = Math.Clamp(width - Total() + widths[1], widths[1], name);
        return widths;

        int Total() => widths.Sum() + 2 * (widths.Count - 1);
    }

    static string[] Row(Tallied tallied, Step step) =>
    [
        tallied.Project(step.Number).Id,
        tallied.Electing.Name(step.Number),
        Invariant($"{step.Votes:N0}"),
        tallied.Readable(step.Cost),
        Words.Plain(step.Outcome),
        tallied.Readable(step.MoneyAfter),
        Short(tallied, step),
    ];

    static string Short(Tallied tallied, Step step) => (step.VotesShort, step.CheaperBy) switch
    {
        (null, null) => "",
        ({ } votes, null) => Votes(votes),
        (null, { } money) => tallied.Readable(money),
        ({ } votes, { } money) => $"{Votes(votes)} or {tallied.Readable(money)}",
    };

    static string Votes(int votes) => votes == 1 ? "1 vote" : Invariant($"{votes:N0} votes");

    static string TieLine(Tallied tallied, Tie tie) =>
        $"Tie: {string.Join(", ", tie.Order.Select(number => tallied.Project(number).Id))} were equal, and were taken in this order: {Words.Plain(tie.DecidedBy)}.";

    static string Line(string[] row, List<int> widths) =>
        string.Join("  ", widths.Select((width, column) => Terminal.Cell(row[column], width, column is 2 or 3 or 5))).TrimEnd();

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
