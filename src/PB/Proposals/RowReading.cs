using System.Collections.Immutable;
using System.Globalization;
using PB.Data;
using PB.Tally;

namespace PB.Proposals;

/// <summary>Reads one row of a table of ideas.</summary>
sealed class RowReading(List<string> heading, CsvRecord row, string currency)
{
    RowFault? fault;

    public (IdeaRow? Idea, RowFault? Fault) Read()
    {
        var text = new DraftText(Cell("title", 100), Cell("description", 5000), Sum("estimate", RowFault.Estimate))
        {
            Place = Cell("place", 200),
            Spot = Spot(),
            Provenance = Origin(),
            ProposerName = Cell("name", 100),
        };
        var details = new DraftDetails
        {
            Costs = Costs(),
            RunningCosts = Sum("running_costs", RowFault.RunningCosts),
            RunningCostsBy = Cell("running_costs_by", 200),
            OwnerAfter = Cell("owner_after", 200),
        };
        var idea = new IdeaRow(row.Line, Cell("reference", 100), text, details) { Email = Cell("email", 254) is { Length: > 0 } email ? email.ToLowerInvariant() : null, Event = Cell("event", 200) };
        if (row.IsTorn) fault = RowFault.Quotes;
        else if (text.Title.Length == 0) fault ??= RowFault.NoTitle;
        return (fault is null ? idea : null, fault);
    }

    string Cell(string column, int most)
    {
        var typed = row.At(heading.IndexOf(column)) ?? "";
        // The apostrophe by which a table tells spreadsheets that this is no formula.
        if (typed is ['\'', '=' or '+' or '-' or '@' or '|' or '%', ..]) typed = typed[1..];
        var cell = string.Concat(typed.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        if (cell.Length > most) fault ??= RowFault.TooLong;
        return cell;
    }

    Money? Sum(string column, RowFault wrong)
    {
        var cell = Cell(column, 60);
        if (cell.Length == 0) return null;
        if (Currency.Of(currency).TryParse(cell, out var sum)) return sum;
        fault ??= wrong;
        return null;
    }

    (double, double)? Spot()
    {
        var (north, east) = (Cell("latitude", 60), Cell("longitude", 60));
        if (north.Length + east.Length == 0) return null;
        if (Degrees(north, 90) is { } latitude && Degrees(east, 180) is { } longitude) return (latitude, longitude);
        fault ??= RowFault.Spot;
        return null;
    }

    static double? Degrees(string cell, double most) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    Provenance Origin()
    {
        var cell = Cell("provenance", 40);
        if (cell.Length == 0) return Provenance.Imported;
        if (Enum.TryParse<Provenance>(cell.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var origin) && Enum.IsDefined(origin)) return origin;
        fault ??= RowFault.Provenance;
        return Provenance.Imported;
    }

    // Things with their costs, as people write them on the page; here also with semicolons between, so that they fit into a cell.
    ImmutableArray<CostLine> Costs()
    {
        var lines = Cell("costs", 4000).Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var costs = ImmutableArray.CreateBuilder<CostLine>();
        foreach (var line in lines)
            if (line.LastIndexOf(':') is > 0 and var colon && Currency.Of(currency).TryParse(line[(colon + 1)..], out var amount))
                costs.Add(new CostLine(line[..colon].Trim(), amount));
            else
                fault ??= RowFault.Costs;
        if (costs.Sum(cost => cost.Amount.MinorUnits) > Currency.Ceiling.MinorUnits) fault ??= RowFault.Costs;
        return costs.ToImmutable();
    }
}
