using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Roll;
using PB.Web.Ballots;
using PB.Web.Look;

namespace PB.Web.Roll;

static class RollWords
{
    public static string Sentence(this IStringLocalizer<Words> text, RollRefusal refusal, Standing standing) => refusal switch
    {
        RollRefusal.AddressNotConfirmed => text["We do not know yet where you live."],
        RollRefusal.NotProven => text["You have not shown yet that you may vote in this round."],
        RollRefusal.AreaNotChosen => text["Your postcode, {0}, lies in more than one neighbourhood of this round.", standing.Place!.Postcode!],
        RollRefusal.TooYoung when !standing.Round.Eligibility.IsPlain => text["On the day that counts you are {0}. People who vote in this round are {1} or older.",
            standing.Place!.Age!, standing.Round.Eligibility.MinimumAge!],
        RollRefusal.TooOld when !standing.Round.Eligibility.IsPlain => text["On the day that counts you are {0}. People who vote in this round are {1} or younger.",
            standing.Place!.Age!, standing.Round.Eligibility.MaximumAge!],
        RollRefusal.TooYoung => text["You told us that you are {0}. People who vote in this round are {1} or older.",
            standing.Place!.Age!, standing.Round.Eligibility.MinimumAge!],
        RollRefusal.TooOld => text["You told us that you are {0}. People who vote in this round are {1} or younger.",
            standing.Place!.Age!, standing.Round.Eligibility.MaximumAge!],
        RollRefusal.LivesElsewhere => text["Your postcode, {0}, is outside the area of this round.", standing.Place!.Postcode!],
        RollRefusal.ProvisionalRefused => text["Two people looked at what you told us, and your ballot does not count. We wrote to you why, and what you can do."],
    };

    public static string NextStep(this IStringLocalizer<Words> text, RollRefusal refusal) => refusal switch
    {
        RollRefusal.AddressNotConfirmed => text["Tell us your postcode and age"],
        RollRefusal.NotProven or RollRefusal.ProvisionalRefused => text["See how to show it"],
        RollRefusal.AreaNotChosen => text["Choose my neighbourhood"],
        RollRefusal.TooYoung or RollRefusal.TooOld => text["Correct my age"],
        RollRefusal.LivesElsewhere => text["Correct my postcode"],
    };

    public static string NextPath(this IStringLocalizer<Words> _, Standing standing) => standing.Round.Eligibility.IsPlain
        ? BallotPaths.Address(BallotPaths.Ballot(standing.Round.Slug))
        : RollPaths.Roll(standing.Round.Slug);

    public static string Sentence(this IStringLocalizer<Words> text, RollAnswer answer) => answer switch
    {
        RollAnswer.Entered => text["You are on the roll."],
        RollAnswer.NotFound => text["The register has nobody with this name, birthday and postcode."],
        RollAnswer.WhichArea => text["This postcode lies in more than one neighbourhood of this round. Choose yours"],
        RollAnswer.Elsewhere => text["This postcode is outside the area of this round"],
        RollAnswer.TooManyTries => text["You have looked {0} times today. Try again tomorrow, or ask us for help", RollBook.MostTries],
        RollAnswer.TakenByAnother => text["Somebody takes part as this person already."],
        RollAnswer.VotedAsAnother => text["You have voted already, as somebody else. If you made a mistake then, ask us for help"],
    };
}
