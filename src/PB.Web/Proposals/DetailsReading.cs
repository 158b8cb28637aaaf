using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Reads lists of costs and places as people type them, one a line, and says which line cannot be read.</summary>
sealed partial class DetailsReading(ModelStateDictionary faults, IStringLocalizer<Words> text)
{
    const int MostCosts = 40, MostPlaces = 20;

    public DraftDetails? Read(DetailsForm form, string currency)
    {
        var details = new DraftDetails
        {
            Costs = Costs(form.CostLines, currency),
            Places = Places(form.OtherPlaces),
            RunningCosts = Running(Typed.Line(form.RunningCosts), currency),
            RunningCostsBy = Typed.Line(form.RunningCostsBy),
            OwnerAfter = Typed.Line(form.OwnerAfter),
        };
        return faults.IsValid ? details : null;
    }

    /// <summary>What it costs piece by piece; none where nothing is listed or a line cannot be read.</summary>
    public ImmutableArray<CostLine> Costs(string? typed, string currency)
    {
        var lines = Lines(typed);
        var costs = lines.Select(line => Cost(line, currency)).OfType<CostLine>().ToImmutableArray();
        if (lines.Count > MostCosts)
            Fault(nameof(DetailsForm.CostLines), text["Write {0} lines or fewer: put small things together", MostCosts]);
        if (costs.Sum(line => line.Amount.MinorUnits) > Currency.Ceiling.MinorUnits)
            Fault(nameof(DetailsForm.CostLines), text["The cost is too high. Check the number of noughts"]);
        return costs;
    }

    CostLine? Cost((int Number, string Text) line, string currency)
    {
        var colon = line.Text.LastIndexOf(':');
        var (what, sum) = colon < 0 ? ("", "") : (line.Text[..colon].Trim(), line.Text[(colon + 1)..].Trim());
        if (what.Length is > 0 and <= 200 && text.WhyNoSum(sum, currency, out var amount) is null) return new CostLine(what, amount);
        Fault(nameof(DetailsForm.CostLines), text["Line {0}: write what it is, a colon and what it costs, such as “Bench: 450”", line.Number]);
        return null;
    }

    ImmutableArray<PlaceLine> Places(string? typed)
    {
        var lines = Lines(typed);
        if (lines.Count > MostPlaces)
            Fault(nameof(DetailsForm.OtherPlaces), text["Write {0} places or fewer", MostPlaces]);
        return [.. lines.Select(Place).OfType<PlaceLine>()];
    }

    PlaceLine? Place((int Number, string Text) line)
    {
        if (Spot().Match(line.Text) is not { Success: true } match)
            return line.Text.Length <= 200 ? new PlaceLine(line.Text, null) : Wrong();
        var (name, north, east) = (match.Groups["name"].Value.TrimEnd(',', ' '), Degrees(match.Groups["north"].Value), Degrees(match.Groups["east"].Value));
        return name.Length is > 0 and <= 200 && Math.Abs(north) <= 90 && Math.Abs(east) <= 180 ? new PlaceLine(name, (north, east)) : Wrong();

        PlaceLine? Wrong()
        {
            Fault(nameof(DetailsForm.OtherPlaces), text["Line {0}: write a place, and if you know them its latitude and longitude, such as “River Walk, 51.5072, -0.1276”", line.Number]);
            return null;
        }
    }

    Money? Running(string typed, string currency)
    {
        if (typed.Length is 0 or > 60) return null;
        if (Currency.Of(currency).TryParse(typed, out var sum)) return sum; // nothing a year is an answer too
        Fault(nameof(DetailsForm.RunningCosts), text["We cannot read the cost. Write it in figures, such as 1,500 or 1500.50"]);
        return null;
    }

    static List<(int Number, string Text)> Lines(string? typed) =>
        [.. Typed.Lines(typed).Split('\n').Select((line, index) => (index + 1, line.Trim())).Where(line => line.Item2.Length > 0)];

    static double Degrees(string typed) => double.Parse(typed, CultureInfo.InvariantCulture);

    void Fault(string field, string sentence) => faults.AddModelError(field, sentence);

    [GeneratedRegex(@"^(?<name>.*?)(?<north>-?[0-9]{1,3}(\.[0-9]{1,10})?) *, *(?<east>-?[0-9]{1,3}(\.[0-9]{1,10})?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Spot();
}
