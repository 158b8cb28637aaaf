using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using static PB.Web.Look.Markup;

namespace PB.Web.Look;

/// <summary>Links to the pages of a long list, keeping what was searched for.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", words["Pages"].Value);
        var shown = Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Page) <= 1);
        output.Content.SetHtmlContent(Html($"{Step("prev", Page - 1, words["Previous page"])}<ul class=\"govuk-pagination__list\">{Join(shown.Select(Item))}</ul>{Step("next", Page + 1, words["Next page"])}"));
    }

    IHtmlContent Item(int page)
    {
        var current = page == Page;
        var link = Html($"<a class=\"govuk-link govuk-pagination__link\" href=\"{Address(page)}\" aria-label=\"{words["Page {0}", page].Value}\"{Attribute("aria-current", current ? "page" : null)}>{page}</a>");
        var gap = page > 1 && page != Page && page == Pages && Pages - Page > 2 || page == Page - 1 && page > 2
            ? Html($"<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>") : None;
        return Html($"{gap}<li class=\"govuk-pagination__item{(current ? " govuk-pagination__item--current" : "")}\">{link}</li>");
    }

    IHtmlContent Step(string side, int page, string text) => page < 1 || page > Pages ? None : Html(
        $"<div class=\"govuk-pagination__{side}\"><a class=\"govuk-link govuk-pagination__link\" href=\"{Address(page)}\" rel=\"{side}\"><span class=\"govuk-pagination__link-title\">{text}</span></a></div>");

    string Address(int page)
    {
        var query = View.HttpContext.Request.Query.Where(pair => pair.Key != "page").Append(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(View.HttpContext.Request.PathBase + View.HttpContext.Request.Path, query);
    }
}
