using Microsoft.Extensions.Localization;
using PB.Grants.Practising;
using PB.Web.Look;

namespace PB.Web.Grants.Practising;

static class PracticeWords
{
    public static string Of(this IStringLocalizer<Words> text, PracticeRefusal refusal) => text[refusal switch
    {
        PracticeRefusal.Closed => "This practice is closed",
        PracticeRefusal.Begun => "Somebody has marked it already: it stays as it is. Open another one.",
        PracticeRefusal.NotEnoughAnswered => "You left too much out: give at least 70 of the 100 points a mark",
        PracticeRefusal.HandedInAlready => "You have marked this one",
    }];
}
