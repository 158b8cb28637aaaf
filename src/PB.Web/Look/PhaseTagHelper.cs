using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PB.Rounds;

namespace PB.Web.Look;

/// <summary>Where a round stands, in a word and a colour.</summary>
[HtmlTargetElement("phase", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhaseTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public RoundPhase Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (style, text) = Named(Value);
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag pb-phase pb-phase--{style}");
        output.Content.SetContent(words[text]);
    }

    static (string Style, string Text) Named(RoundPhase phase) => phase switch
    {
        RoundPhase.Draft => ("quiet", "Draft"),
        RoundPhase.Announced => ("soon", "Coming soon"),
        RoundPhase.Ideas => ("open", "Open for ideas"),
        RoundPhase.Screening => ("work", "Checking ideas"),
        RoundPhase.Discussion => ("open", "Open for discussion"),
        RoundPhase.Voting => ("vote", "Voting open"),
        RoundPhase.Counting => ("work", "Counting votes"),
        RoundPhase.Result => ("done", "Result is in"),
        RoundPhase.Delivery => ("done", "Being built"),
        RoundPhase.Review => ("done", "Looking back"),
        RoundPhase.Archived => ("quiet", "Finished"),
        RoundPhase.Cancelled => ("stop", "Cancelled"),
    };
}
