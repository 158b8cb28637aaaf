using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Reads what a proposer typed, and says what cannot be read. What is left empty is no fault here: a draft may be.</summary>
sealed class DraftReading(ModelStateDictionary faults, IStringLocalizer<Words> text)
{
    public DraftText? Read(DraftForm form, string currency)
    {
        var estimate = Sum(form.Estimate, currency);
        var spot = Spot(Typed.Line(form.Latitude), Typed.Line(form.Longitude));
        return !faults.IsValid ? null : new DraftText(Typed.Line(form.Title), Typed.Lines(form.Description), estimate)
        {
            Place = Typed.Line(form.Place),
            Spot = spot,
            Provenance = form.WhoseIdea is Provenance.Group or Provenance.Organisation ? form.WhoseIdea.Value : Provenance.Resident,
            ProposerName = Typed.Line(form.ProposerName),
        };
    }

    Money? Sum(string? typed, string currency)
    {
        var line = Typed.Line(typed);
        if (line.Length is 0 or > 60) return null;
        if (text.WhyNoSum(line, currency, out var sum) is not { } fault) return sum;
        faults.AddModelError(nameof(DraftForm.Estimate), fault);
        return null;
    }

    (double, double)? Spot(string latitude, string longitude)
    {
        // A pair is often copied whole from a map.
        if (longitude.Length == 0 && latitude.Split(',') is [var first, var second])
            (latitude, longitude) = (first.Trim(), second.Trim());
        if (latitude.Length == 0 && longitude.Length == 0) return null;
        var north = Degrees(nameof(DraftForm.Latitude), latitude, 90, text["The latitude is a number from -90 to 90, such as 51.5072"]);
        var east = Degrees(nameof(DraftForm.Longitude), longitude, 180, text["The longitude is a number from -180 to 180, such as -0.1276"]);
        return north is { } n && east is { } e ? (n, e) : null;
    }

    double? Degrees(string field, string typed, double most, string fault)
    {
        const NumberStyles Figures = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(typed, Figures, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most) return degrees;
        faults.AddModelError(field, fault);
        return null;
    }
}
