using Microsoft.Extensions.Localization;
using PB.Grants.Marking;
using PB.Web.Look;

namespace PB.Web.Grants.Marking;

static class MarkingWords
{
    public static string Of(this IStringLocalizer<Words> text, MarkingRefusal refusal) => refusal switch
    {
        MarkingRefusal.NotOpen => text["You cannot give marks here now."],
        MarkingRefusal.Closed => text["Marking has closed. Nobody can change a mark any more."],
        MarkingRefusal.HandedInAlready => text["You have handed this card in. Take it back first if you want to change it."],
        MarkingRefusal.NotEnoughAnswered => text["Not enough answered. Give marks for more of the questions, so that your card can count."],
    };
}
