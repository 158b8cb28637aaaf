using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;

namespace PB.Web.Screening;

static class ScreeningWords
{
    public static string Of(this IStringLocalizer<Words> text, ScreeningRefusal refusal) => refusal switch
    {
        ScreeningRefusal.Withdrawn => text["Its proposer has taken this idea back, so there is nothing to decide."],
        ScreeningRefusal.NeedsNoCheck => text["This project comes from the council or from another list, so it needs no check."],
        ScreeningRefusal.VotingHasOpened => text["Voting has opened, so the ballot can no longer change. This decision cannot be made now."],
        ScreeningRefusal.DepartmentsDecide => text["In this round departments check the ideas, and all decisions are published together. Look at what your departments have to check."],
        ScreeningRefusal.Appealed => text["Its proposer has appealed. Somebody who had no part in the decision answers the appeal, and until then nobody else decides."],
        ScreeningRefusal.DecidedMeanwhile => text["Somebody else decided while you were writing. Read their decision below, then decide again if yours should still hold."],
    };

    public static string Waiting(this IStringLocalizer<Words> text, TimeSpan wait) => (int)wait.TotalDays switch
    {
        0 => text["since today"],
        1 => text["1 day"],
        var days => text["{0} days", days],
    };
}
