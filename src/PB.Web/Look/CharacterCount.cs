using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace PB.Web.Look;

/// <summary>Tells the script how to say, in the reader's language, how many characters are left.</summary>
static class CharacterCount
{
    public static void Add(TagHelperAttributeList attributes, int most, IStringLocalizer<Words> words)
    {
        attributes.SetAttribute("data-module", "govuk-character-count");
        attributes.SetAttribute("data-maxlength", most.ToString(CultureInfo.InvariantCulture));
        attributes.SetAttribute("data-i18n.characters-under-limit.one", words["You have %{count} character left"].Value);
        attributes.SetAttribute("data-i18n.characters-under-limit.other", words["You have %{count} characters left"].Value);
        attributes.SetAttribute("data-i18n.characters-at-limit", words["You have 0 characters left"].Value);
        attributes.SetAttribute("data-i18n.characters-over-limit.one", words["You have %{count} character too many"].Value);
        attributes.SetAttribute("data-i18n.characters-over-limit.other", words["You have %{count} characters too many"].Value);
    }
}
