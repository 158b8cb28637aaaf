using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace PB.Web.Look;

/// <summary>An instant with weekday and zone for people, and in UTC for machines.</summary>
[HtmlTargetElement("moment", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public string Zone { get; set; } = "Europe/London";

    public MomentKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Content.SetContent(words.Written(At, Zone, Kind));
    }
}
