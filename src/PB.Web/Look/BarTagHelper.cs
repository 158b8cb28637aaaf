using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>A bar of a part of a whole, for eyes only: the words beside it say the same.</summary>
[HtmlTargetElement("bar", Attributes = "part,of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    public long Part { get; set; }

    public long Of { get; set; }

    /// <summary>chosen, not or over; nothing for the brand's colour.</summary>
    public string? Look { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Of <= 0 ? 0m : Math.Clamp(Part * 100m / Of, 0m, 100m);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pb-bar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var kind = Look is null ? "" : $" pb-bar__part--{Look}";
        output.Content.SetHtmlContent(Html(
            $"<rect class=\"pb-bar__part{kind}\" width=\"{share.ToString("0.##", CultureInfo.InvariantCulture)}%\" height=\"100%\" data-bar></rect>"));
    }
}
