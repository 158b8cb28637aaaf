using Microsoft.Extensions.Localization;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Results;

/// <summary>Says how firm a result is.</summary>
static class FirmnessWords
{
    public static string Name(this IStringLocalizer<Words> text, ResultFirmness firmness) => firmness switch
    {
        ResultFirmness.Provisional => text["Provisional"],
        ResultFirmness.Challenged => text["Challenged"],
        ResultFirmness.Certified => text["Certified"],
        ResultFirmness.Superseded => text["Not the newest"],
        ResultFirmness.Annulled => text["Annulled"],
    };

    public static string Colour(ResultFirmness firmness) => firmness switch
    {
        ResultFirmness.Certified => "govuk-tag--green",
        ResultFirmness.Challenged => "govuk-tag--yellow",
        ResultFirmness.Annulled => "govuk-tag--red",
        ResultFirmness.Superseded => "govuk-tag--grey",
        ResultFirmness.Provisional => "",
    };

    public static string Meaning(this IStringLocalizer<Words> text, ResultFirmness firmness, ResultPage page) => firmness switch
    {
        ResultFirmness.Provisional => text["This is the count as it came out. It becomes final when a second person has certified it. Anybody can challenge it until {0}.",
            text.Written(page.Standing.ChallengesUntil, page.Round.TimeZone)],
        ResultFirmness.Challenged => text["Somebody doubts this result. It cannot be certified before the council has answered in public, below."],
        ResultFirmness.Certified => text["This result is final. Somebody who did not set up the round certified it ({0}) on {1}.",
            text.RoleName(page.Round.CertifiedAs!), text.Written(page.Round.CertifiedAt!.Value, page.Round.TimeZone)],
        ResultFirmness.Superseded => text["This count does not stand any more. It stays here so that everybody can see what changed, and why."],
        ResultFirmness.Annulled => text["The vote was annulled, so this count does not stand: {0}", page.Round.CancelledBecause!],
    };
}
