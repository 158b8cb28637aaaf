using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>One property of a form as a page shows it: its name, what was typed, and what is wrong with it.</summary>
sealed class Control(ViewContext view, ModelExpression property, string? hint)
{
    public string Name { get; } = view.ViewData.TemplateInfo.GetFullHtmlFieldName(property.Name);

    public string Id => IdOf(Name);

    public string? Hint => hint;

    public IReadOnlyList<string> Errors => view.ViewData.ModelState.TryGetValue(Name, out var entry)
        ? [.. entry.Errors.Select(error => error.ErrorMessage).Where(message => message.Length > 0)]
        : [];

    public string? DescribedBy => (hint, Errors.Count) switch
    {
        (null, 0) => null,
        (null, _) => $"{Id}-error",
        (_, 0) => $"{Id}-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    public string GroupClass => Errors.Count > 0 ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public string Label(string? given, IStringLocalizer<Words> words) =>
        given ?? words[property.Metadata.DisplayName ?? property.Metadata.PropertyName ?? property.Name];

    /// <summary>What was typed wins over what the record says, so that nobody types a thing twice.</summary>
    public IReadOnlyList<string> Values()
    {
        if (view.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw)
            return raw is string[] many ? many : [raw.ToString()!];
        return property.Model switch
        {
            null => [],
            string text => [text],
            System.Collections.IEnumerable many => [.. many.Cast<object>().Select(Written)],
            var one => [Written(one)],
        };
    }

    public IHtmlContent HintAndErrors(IStringLocalizer<Words> words) => Join([
        hint is null ? None : Html($"<div id=\"{Id}-hint\" class=\"govuk-hint\">{hint}</div>"),
        Errors.Count == 0 ? None : Html($"<p id=\"{Id}-error\" class=\"govuk-error-message\">{Join(Errors.Select(error => Line(error, words)))}</p>"),
    ]);

    static IHtmlContent Line(string error, IStringLocalizer<Words> words) =>
        Html($"<span class=\"pb-line\"><span class=\"govuk-visually-hidden\">{words["Error:"].Value}</span> {error}</span>");

    static string Written(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
