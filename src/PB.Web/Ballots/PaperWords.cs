using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Web.Look;

namespace PB.Web.Ballots;

static class PaperWords
{
    /// <summary>What is missing about a project, as voters read it.</summary>
    public static string Sentence(this IStringLocalizer<Words> text, ProjectGap gap) => gap switch
    {
        ProjectGap.NoPrice => text["No price was given."],
        ProjectGap.PriceIsEstimate => text["The price is its proposer’s estimate."],
        ProjectGap.NoText => text["No description was given."],
        ProjectGap.NoPlace => text["No place was given."],
        ProjectGap.NobodyPaysLater => text["Nobody has said who pays what it costs each year."],
        ProjectGap.ChangedSinceItsCheck => text["Its text was changed after an officer checked it."],
    };

    public static string Sentence(this IStringLocalizer<Words> text, NumberDrawRefusal refusal) => refusal switch
    {
        NumberDrawRefusal.BallotIsFrozen => text["The ballot is fixed, so its numbers can no longer change."],
        NumberDrawRefusal.IdeasAreOpen => text["The numbers can be drawn once no more ideas can be sent in."],
        NumberDrawRefusal.NumberedByItsPanel => text["The agenda of the panel gives the numbers in this round."],
        NumberDrawRefusal.NothingToNumber => text["There is no project that needs a number. If another one comes on the ballot, come back and draw its number."],
    };
}
