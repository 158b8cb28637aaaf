using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;

namespace PB.Web.Screening;

static class ShortlistWords
{
    public static string Of(this IStringLocalizer<Words> text, SeatFilled filled) => filled switch
    {
        SeatFilled.DrawnByLot => text["Drawn by lot"],
        SeatFilled.Elected => text["Elected"],
        SeatFilled.Nominated => text["Nominated"],
        SeatFilled.Appointed => text["Appointed"],
        SeatFilled.OpenCall => text["Chosen after an open call"],
    };

    public static string Of(this IStringLocalizer<Words> text, ShortlistRefusal refusal) => refusal switch
    {
        ShortlistRefusal.IdeasHaveOpened => text["Ideas have opened, so it can no longer change by what the panel chooses."],
        ShortlistRefusal.NoPanel => text["This round has no panel. One can be set up before ideas open."],
        ShortlistRefusal.DecidedAlready => text["The panel has decided. Its shortlist stays."],
        ShortlistRefusal.VotingHasOpened => text["The ballot is fixed, so the panel can no longer decide."],
        ShortlistRefusal.IdeasAreOpen => text["The panel can decide once no more ideas can be sent in."],
        ShortlistRefusal.TooFewResidents => text["Residents have fewer seats than was promised. Fill more seats with residents first."],
        ShortlistRefusal.NoQuorum => text["Too few of the panel were there to decide."],
        ShortlistRefusal.TooManyChosen => text["The panel chose more projects than go on the ballot. Take some out."],
        ShortlistRefusal.ListHasChanged => text["Choose from the projects below: at least one."],
        ShortlistRefusal.ReasonMissing => text["Give a reason for each project where the panel departs from what people supported."],
    };
}
