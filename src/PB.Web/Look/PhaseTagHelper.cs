using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace PB.Web.Look;

/// <summary>Where a round stands, in a word and a colour.</summary>
[HtmlTargetElement("phase", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhaseTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (style, text) = Named(Value);
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag pb-phase pb-phase--{style}");
        output.Content.SetContent(words[text]);
    }

    static (string Style, string Text) Named(string phase) => phase switch
    {
        "Draft" => ("quiet", "Draft"),
        "Announced" => ("soon", "Coming soon"),
        "Ideas" => ("open", "Open for ideas"),
        "Screening" => ("work", "Checking ideas"),
        "Discussion" => ("open", "Open for discussion"),
        "Voting" => ("vote", "Voting open"),
        "Counting" => ("work", "Counting votes"),
        "Result" => ("done", "Result is in"),
        "Delivery" => ("done", "Being built"),
        "Review" => ("done", "Looking back"),
        "Archived" => ("quiet", "Finished"),
        "Cancelled" => ("stop", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "No such phase of a round."),
    };
}
