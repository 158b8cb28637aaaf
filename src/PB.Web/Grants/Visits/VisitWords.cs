using Microsoft.Extensions.Localization;
using PB.Grants.Visits;
using PB.Web.Look;

namespace PB.Web.Grants.Visits;

static class VisitWords
{
    public static string Of(this IStringLocalizer<Words> text, VisitRefusal refusal) => text[refusal switch
    {
        VisitRefusal.NotTheTime => "It is not the time for that: you go while the panel reads and decides, or while a grant is under way.",
        VisitRefusal.InThePast => "That day is over. Choose another one.",
        VisitRefusal.NoMembers => "Choose at least one member of the panel.",
        VisitRefusal.TooFewAdults => "Two adults go along at the least.",
        VisitRefusal.AdultNotChecked => "One of these adults has no background check that holds on that day.",
        VisitRefusal.MemberMayNot => "One of these members is too close to the group, has not said that they are not, or is not active.",
        VisitRefusal.NoTravelConsent => "For one of these members a parent has to say yes to going along first.",
        VisitRefusal.Over => "This visit is over, or was called off.",
    }];
}
