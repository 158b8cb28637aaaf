using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>Everything that is wrong with a form, in the order of its fields, each line leading to its field.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (View.ViewData.ModelState.IsValid) return;
        var lines = View.ViewData.ModelState
            .Select(entry => (Place: PlaceOf(View.ViewData.ModelMetadata, entry.Key), entry.Value!.Errors))
            .OrderBy(entry => entry.Place.Position, StringComparer.Ordinal)
            .SelectMany(entry => entry.Errors.Select(error => Line(entry.Place.Name, error)));
        output.Content.SetHtmlContent(Html($"""
            <div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1" autofocus><div role="alert">
            <h2 class="govuk-error-summary__title">{words["There is a problem"].Value}</h2>
            <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{Join(lines)}</ul></div>
            </div></div>
            """));
    }

    IHtmlContent Line(string key, ModelError error)
    {
        var text = error.ErrorMessage.Length > 0 ? error.ErrorMessage : words["Check this answer"].Value;
        return key.Length == 0 ? Html($"<li>{text}</li>") : Html($"<li><a href=\"#{Control.IdOf(key)}\">{text}</a></li>");
    }

    /// <summary>ModelState sorts by name, and writes a name as the action's parameter does; people read a form from the top, and a link finds only the field's own letters.</summary>
    static (string Position, string Name) PlaceOf(ModelMetadata metadata, string key)
    {
        if (key.Length == 0) return ("", "");
        var typed = key.Split('.', '[')[0];
        var (property, index) = metadata.Properties.Select((property, index) => (property, index))
            .FirstOrDefault(p => string.Equals(p.property.PropertyName, typed, StringComparison.OrdinalIgnoreCase));
        if (property is null) return ("9999", key);
        var (dot, rest) = key.AsSpan(typed.Length).StartsWith(".", StringComparison.Ordinal) ? (".", key[(typed.Length + 1)..]) : ("", key[typed.Length..]);
        var (position, name) = PlaceOf(property, rest);
        return (index.ToString("D4", CultureInfo.InvariantCulture) + position, property.PropertyName + dot + name);
    }
}
