using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Roll;
using PB.Web.Look;

namespace PB.Web.Roll;

static class RollWords
{
    public static string Sentence(this IStringLocalizer<Words> text, RollRefusal refusal, Standing standing) => refusal switch
    {
        RollRefusal.AddressNotConfirmed => text["We do not know yet where you live."],
        RollRefusal.TooYoung => text["You told us that you are {0}. People who vote in this round are {1} or older.",
            standing.Voter!.Age!, standing.Round.Eligibility.MinimumAge!],
        RollRefusal.TooOld => text["You told us that you are {0}. People who vote in this round are {1} or younger.",
            standing.Voter!.Age!, standing.Round.Eligibility.MaximumAge!],
        RollRefusal.LivesElsewhere => text["Your postcode, {0}, is outside the area of this round.", standing.Voter!.Postcode!],
    };

    public static string NextStep(this IStringLocalizer<Words> text, RollRefusal refusal) => refusal switch
    {
        RollRefusal.AddressNotConfirmed => text["Tell us your postcode and age"],
        RollRefusal.TooYoung or RollRefusal.TooOld => text["Correct my age"],
        RollRefusal.LivesElsewhere => text["Correct my postcode"],
    };
}
