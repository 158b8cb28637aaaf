using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PB.Web.Look;
using static PB.Web.Look.Markup;

namespace PB.Web.People;

/// <summary>A box for a password, with a button to see it where the browser runs script.</summary>
[HtmlTargetElement("password", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string? Hint { get; set; }

    /// <summary>current-password or new-password.</summary>
    public string Autocomplete { get; set; } = "current-password";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new Control(View, For, Hint);
        var wrong = control.Errors.Count > 0;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", control.GroupClass + " govuk-password-input");
        output.Attributes.SetAttribute("data-module", "govuk-password-input");
        foreach (var (name, sentence) in Sentences)
            output.Attributes.SetAttribute($"data-i18n.{name}", words[sentence].Value);
        output.Content.SetHtmlContent(Html($"""
            <label class="govuk-label" for="{control.Id}">{control.Label(null, words)}</label>{control.HintAndErrors(words)}
            <div class="govuk-input__wrapper govuk-password-input__wrapper">
            <input class="govuk-input govuk-password-input__input govuk-js-password-input-input{(wrong ? " govuk-input--error" : "")}" id="{control.Id}" name="{control.Name}" type="password" spellcheck="false" autocapitalize="none" autocomplete="{Autocomplete}"{Attribute("aria-describedby", control.DescribedBy)}{Attribute("aria-invalid", wrong ? "true" : null)}>
            <button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle" data-module="govuk-button" aria-controls="{control.Id}" aria-label="{words["Show password"].Value}" hidden>{words["Show"].Value}</button>
            </div>
            """));
    }

    static readonly (string, string)[] Sentences =
    [
        ("show-password", "Show"), ("hide-password", "Hide"),
        ("show-password-aria-label", "Show password"), ("hide-password-aria-label", "Hide password"),
        ("password-shown-announcement", "Your password can be seen"), ("password-hidden-announcement", "Your password is hidden"),
    ];
}
