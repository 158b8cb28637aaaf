using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace PB.Web.Look;

/// <summary>Writes HTML in which every placeholder is encoded unless it is HTML already.</summary>
static class Markup
{
    public static IHtmlContent None => HtmlString.Empty;

    public static IHtmlContent Html(FormattableString html) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, html.Format, html.GetArguments());

    /// <summary>An attribute with its leading space; nothing where there is no value.</summary>
    public static IHtmlContent Attribute(string name, object? value) =>
        value is null or "" ? None : Html($" {name}=\"{value}\"");

    public static IHtmlContent Flag(string name, bool on) => on ? Html($" {name}") : None;

    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts) =>
        parts.Aggregate(new HtmlContentBuilder(), (whole, part) => (HtmlContentBuilder)whole.AppendHtml(part));
}
