using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

static class ReportSentences
{
    public static string Of(this IStringLocalizer<Words> text, ReportRefusal refusal) => text[refusal switch
    {
        ReportRefusal.AcceptedAlready => "This report is accepted already.",
        ReportRefusal.AssetMissing => "Something on your budget costs more than £500. Say first who keeps it.",
    }];
}
