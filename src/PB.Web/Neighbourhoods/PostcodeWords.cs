using Microsoft.Extensions.Localization;
using PB.Neighbourhoods;
using PB.Web.Look;

namespace PB.Web.Neighbourhoods;

static class PostcodeWords
{
    /// <summary>What is wrong with a line of a file of postcodes.</summary>
    public static string Of(this IStringLocalizer<Words> text, BadPostcodeLine line) => line.Why switch
    {
        PostcodeFault.Quotes => text["a quotation mark is missing, or there is one too many"],
        PostcodeFault.NoPostcode => text["“{0}” is no whole postcode", line.Text],
        PostcodeFault.NoSuchPlace => text["there is no neighbourhood “{0}”", line.Text],
        PostcodeFault.NoPosition => text["“{0}” are no latitude and longitude", line.Text],
    };
}
