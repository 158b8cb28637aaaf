using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PB.Tally;

namespace PB.Web.Look;

/// <summary>A sum as people write it: £70, £1,200.50.</summary>
[HtmlTargetElement("money", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper : TagHelper
{
    public Money Value { get; set; }

    public string Currency { get; set; } = "GBP";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "data";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("value", (Value.MinorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        output.Content.SetContent(Value.Written(Currency));
    }
}
