using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>A label, a hint, what is wrong, and a box to type in. Attributes that it does not know go to the box.</summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; } = 5;

    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public string? LabelSize { get; set; }

    public bool Optional { get; set; }

    /// <summary>The label is the page's one heading.</summary>
    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new Control(View, For, Hint);
        var box = Join([Box(control, Others(output)), Limit(control)]);
        var counted = Type == "textarea" && MaxLength is not null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", counted ? control.GroupClass + " govuk-character-count" : control.GroupClass);
        if (counted) CharacterCount.Add(output.Attributes, MaxLength!.Value, words);
        output.Content.SetHtmlContent(Join([LabelOf(control), control.HintAndErrors(words), box]));
    }

    int? MaxLength => For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
        ?? For.Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;

    IHtmlContent LabelOf(Control control)
    {
        var text = control.Label(Label, words);
        if (Optional) text = words["{0} (optional)", text];
        var size = LabelSize is null ? "" : $" govuk-label--{LabelSize}";
        var label = Html($"<label class=\"govuk-label{size}\" for=\"{control.Id}\">{text}</label>");
        return Heading ? Html($"<h1 class=\"govuk-label-wrapper\">{label}</h1>") : label;
    }

    IHtmlContent Box(Control control, IHtmlContent others)
    {
        var common = Html($" id=\"{control.Id}\" name=\"{control.Name}\"{Attribute("aria-describedby", control.DescribedBy)}{Attribute("aria-invalid", control.Errors.Count > 0 ? "true" : null)}{others}");
        var wrong = control.Errors.Count > 0;
        var value = Type is "password" or "file" ? null : control.Values() is [var first, ..] ? first : null;
        if (Type == "textarea")
            return Html($"<textarea class=\"govuk-textarea{(wrong ? " govuk-textarea--error" : "")}{(MaxLength is null ? "" : " govuk-js-character-count")}\" rows=\"{Rows}\"{common}>\n{value}</textarea>");
        if (Type == "file")
            return Html($"<input class=\"govuk-file-upload{(wrong ? " govuk-file-upload--error" : "")}\" type=\"file\"{common}>");
        var kind = wrong ? "govuk-input govuk-input--error" : "govuk-input";
        if (Width is { } width) kind += $" govuk-input--width-{width}";
        var input = Html($"<input class=\"{kind}\"{TypeOfBox()}{Attribute("value", value)}{common}>");
        return Prefix is null && Suffix is null ? input : Html($"<div class=\"govuk-input__wrapper\">{Affix("prefix", Prefix)}{input}{Affix("suffix", Suffix)}</div>");
    }

    /// <summary>Numbers stay text boxes: a spinner changes them on a scroll, and swallows what it cannot read.</summary>
    IHtmlContent TypeOfBox() => Type switch
    {
        "number" => Html($" type=\"text\" inputmode=\"numeric\""),
        "datetime" => Html($" type=\"datetime-local\""),
        _ => Attribute("type", Type),
    };

    IHtmlContent Limit(Control control) => Type == "textarea" && MaxLength is { } most
        ? Html($"<div id=\"{control.Id}-info\" class=\"govuk-hint govuk-character-count__message\">{words["You can write up to {0} characters", most].Value}</div>")
        : None;

    static IHtmlContent Affix(string end, string? text) =>
        text is null ? None : Html($"<div class=\"govuk-input__{end}\" aria-hidden=\"true\">{text}</div>");

    static IHtmlContent Others(TagHelperOutput output) =>
        Join([.. output.Attributes.Select(a => a.ValueStyle == HtmlAttributeValueStyle.Minimized
            ? Flag(a.Name, true) : Html($" {a.Name}=\"{a.Value}\""))]);
}
