using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Web.Look;

namespace PB.Web.Grants.Applications;

static class LinkSentences
{
    public static string Of(this IStringLocalizer<Words> text, LinkRefusal refusal) => text[refusal switch
    {
        LinkRefusal.NotThere => "No other plan in this call has this number, or it was taken back",
        LinkRefusal.LinkedAlready => "These two are linked already",
        LinkRefusal.Decided => "The panel has decided on one of the two. It is too late to change this.",
        LinkRefusal.NotAsked => "This is settled, or one of the two was taken back.",
    }];
}
