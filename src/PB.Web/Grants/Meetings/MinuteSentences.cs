using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Meetings;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Grants.Meetings;

/// <summary>Says each line of the minutes in a sentence.</summary>
static class MinuteSentences
{
    public static string Of(this IStringLocalizer<Words> text, MinuteLine line, bool shortlists) => line.Kind switch
    {
        MinuteKind.Opened or MinuteKind.Suspended or MinuteKind.Resumed or MinuteKind.Closed => text.OfEvening(line),
        MinuteKind.Came => line.Words[1] == nameof(AttendanceKind.Member) ? text["{0} came", line.Words[0]] : line.Words[1] == nameof(AttendanceKind.Adult) ? text["{0} came (adult)", line.Words[0]] : text["{0} came (to watch)", line.Words[0]],
        MinuteKind.Went => text["{0} left", line.Words[0]],
        MinuteKind.ItemBegun => text["We talked about it"],
        MinuteKind.Recused => text["{0} is too close to it, and was out of the room", line.Words[0]],
        MinuteKind.KnowsThem => text["{0} knows them, and took part", line.Words[0]],
        MinuteKind.AdultAdvice => text["Adult advice, {0}: {1}", line.Words[0], line.Words[1]],
        MinuteKind.VoteOpened => text["Vote: {0} {1} were here, {2} needed", text.Question(Enum.Parse<VoteStage>(line.Words[0]), shortlists), line.Words[1], line.Words[2]],
        MinuteKind.VoteClosed => text.OfVote(line, shortlists),
        MinuteKind.AmountClosed => text["The amount came to {0}", Sum(line.Words[0])],
        MinuteKind.PulledOut => text["{0} wants to talk about this one", line.Words[0]],
        MinuteKind.LotDrawn or MinuteKind.ChairDecided => text.OfTie(line),
        MinuteKind.Decided => text["Decided: {0}, {1}. {2}", text.Of(Enum.Parse<DecisionOutcome>(line.Words[0])), Sum(line.Words[1]), line.Words[2]],
        MinuteKind.Shortlisted => text["It goes on the ballot, and people decide. {0}", line.Words[0]],
        MinuteKind.Deferred => text["Put off to the next meeting"],
        MinuteKind.HandedOver => text["Handed over to {0}", line.Words[0]],
        MinuteKind.PotAsked or MinuteKind.PotSettled => text.OfPot(line),
        MinuteKind.ConflictLowered or MinuteKind.FewCards or MinuteKind.SaidWrongly => text.OfTwo(line),
    };

    static string OfEvening(this IStringLocalizer<Words> text, MinuteLine line) => line switch
    {
        { Kind: MinuteKind.Opened } => text["The meeting is open: {0} of {1} members are here. Number for drawing lots: {2}", line.Words[0], line.Words[1], line.Words[2]],
        { Kind: MinuteKind.Suspended } => text["The meeting stopped for now"],
        { Kind: MinuteKind.Resumed } => text["The meeting goes on: {0} of {1} members are here", line.Words[0], line.Words[1]],
        _ => text["The meeting is over"],
    };

    // What the chair and a coordinator have said together.
    static string OfTwo(this IStringLocalizer<Words> text, MinuteLine line) => (line.Kind, line.Words[0]) switch
    {
        (MinuteKind.FewCards, nameof(GrantRole.Chair)) => text["Few have marked this one. The chair: {0}", line.Words[1]],
        (MinuteKind.FewCards, _) => text["Few have marked this one. A coordinator: {0}", line.Words[1]],
        (MinuteKind.SaidWrongly, nameof(GrantRole.Chair)) => text["It was said wrongly before: {0}, {1}. The chair: {2}", text.Of(Enum.Parse<DecisionOutcome>(line.Words[2])), Sum(line.Words[3]), line.Words[1]],
        (MinuteKind.SaidWrongly, _) => text["It was said wrongly before: {0}, {1}. A coordinator: {2}", text.Of(Enum.Parse<DecisionOutcome>(line.Words[2])), Sum(line.Words[3]), line.Words[1]],
        _ => text["{0} was too close to it, and is not any more: the chair and a coordinator agreed", line.Words[0]],
    };

    static string OfTie(this IStringLocalizer<Words> text, MinuteLine line) => (line.Kind, line.Words[0]) switch
    {
        (MinuteKind.LotDrawn, "Yes") => text["The draw says yes ({0})", line.Words[1]],
        (MinuteKind.LotDrawn, _) => text["The draw says no ({0})", line.Words[1]],
        (_, "Yes") => text["The chair decided the tie: yes"],
        _ => text["The chair decided the tie: no"],
    };

    static string OfPot(this IStringLocalizer<Words> text, MinuteLine line) => line switch
    {
        { Kind: MinuteKind.PotAsked } => text["“{0}”: the last day is over, and {1} is left", line.Words[0], Sum(line.Words[1])],
        { Words: [.., "Kept"] } => text["“{0}”: we keep {1} for another year", line.Words[0], Sum(line.Words[1])],
        _ => text["“{0}”: {1} goes back to the council", line.Words[0], Sum(line.Words[1])],
    };

    static string OfVote(this IStringLocalizer<Words> text, MinuteLine line, bool shortlists)
    {
        var question = text.Question(Enum.Parse<VoteStage>(line.Words[0]), shortlists);
        var outcome = Enum.Parse<Verdict>(line.Words[1]) switch { Verdict.Passed => text["passed"], Verdict.NotPassed => text["did not pass"], Verdict.Tie => text["a tie"] };
        return line.Words.Length > 2
            ? text["{0} {1}: {2} yes, {3} no, {4} said neither", question, outcome, line.Words[2], line.Words[3], line.Words[4]]
            : text["{0} {1}", question, outcome];
    }

    static string Sum(string pence) => new Money(long.Parse(pence, CultureInfo.InvariantCulture)).Written();
}
