using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>Radios for one of several, checkboxes for any of several, one checkbox for yes; as="select" for a long list.</summary>
[HtmlTargetElement("choices", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public IEnumerable<SelectListItem>? Items { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string? As { get; set; }

    public string LabelSize { get; set; } = "m";

    public bool Inline { get; set; }

    /// <summary>The legend is the page's one heading.</summary>
    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new Control(View, For, Hint);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", control.GroupClass);
        output.Content.SetHtmlContent(As == "select" ? Select(control) : IsYes ? Yes(control) : Fieldset(control));
    }

    Type Kind => For.Metadata.UnderlyingOrModelType;

    bool IsYes => Kind == typeof(bool) && Items is null;

    string Shape => As ?? (IsYes || (For.Metadata.IsEnumerableType && Kind != typeof(string)) ? "checkboxes" : "radios");

    IHtmlContent Fieldset(Control control)
    {
        var legend = Html($"{control.Label(Label, words)}");
        if (Heading) legend = Html($"<h1 class=\"govuk-fieldset__heading\">{legend}</h1>");
        var inline = Inline ? $" govuk-{Shape}--inline" : "";
        var items = Join(Choices().Select((item, at) => Item(control, item, at)));
        return Html($"""
            <fieldset class="govuk-fieldset"{Attribute("aria-describedby", control.DescribedBy)}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--{LabelSize}">{legend}</legend>
            {control.HintAndErrors(words)}<div class="govuk-{Shape}{inline}">{items}</div></fieldset>
            """);
    }

    IHtmlContent Yes(Control control) => Html(
        $"{control.HintAndErrors(words)}<div class=\"govuk-checkboxes\">{Item(control, new Choice("true", control.Label(Label, words)), 0, control.DescribedBy)}</div>");

    IHtmlContent Item(Control control, SelectListItem item, int at, string? describedBy = null)
    {
        var (shape, id) = (Shape, at == 0 ? control.Id : $"{control.Id}-{at + 1}");
        var hint = (item as Choice)?.Hint is { } text ? Html($"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-{shape}__hint\">{text}</div>") : null;
        var type = shape == "radios" ? "radio" : "checkbox";
        return Html($"""
            <div class="govuk-{shape}__item">
            <input class="govuk-{shape}__input" id="{id}" name="{control.Name}" type="{type}" value="{item.Value}"{Flag("checked", Chosen(control, item))}{Flag("disabled", item.Disabled)}{Attribute("aria-describedby", hint is null ? describedBy : $"{id}-item-hint")}>
            <label class="govuk-label govuk-{shape}__label" for="{id}">{item.Text}</label>{hint ?? None}</div>
            """);
    }

    IHtmlContent Select(Control control)
    {
        var error = control.Errors.Count > 0 ? " govuk-select--error" : "";
        var items = Join(Choices().Select(item => Html($"<option value=\"{item.Value}\"{Flag("selected", Chosen(control, item))}>{item.Text}</option>")));
        return Html($"""
            <label class="govuk-label" for="{control.Id}">{control.Label(Label, words)}</label>{control.HintAndErrors(words)}
            <select class="govuk-select{error}" id="{control.Id}" name="{control.Name}"{Attribute("aria-describedby", control.DescribedBy)}>{items}</select>
            """);
    }

    static bool Chosen(Control control, SelectListItem item) =>
        control.Values() is { Count: > 0 } values ? values.Contains(item.Value) : item.Selected;

    IEnumerable<SelectListItem> Choices() => Items ?? (Kind.IsEnum ? Kind : Kind.GenericTypeArguments.FirstOrDefault())?
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(Named) ?? [];

    Choice Named(FieldInfo member)
    {
        var display = member.GetCustomAttribute<DisplayAttribute>();
        return new(member.Name, words[display?.Name ?? member.Name], display?.Description is { } hint ? words[hint].Value : null);
    }
}
