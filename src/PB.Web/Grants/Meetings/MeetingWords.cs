using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Look;

namespace PB.Web.Grants.Meetings;

static class MeetingWords
{
    public static string Of(this IStringLocalizer<Words> text, MeetingRefusal refusal) => refusal switch
    {
        MeetingRefusal.PageIsOld => text["Your page was old: something has changed since. This is how it is now."],
        MeetingRefusal.NotOpen => text["The meeting is not open."],
        MeetingRefusal.TooFewAdults => text["Two adults have to be in the room."],
        MeetingRefusal.AdultNotChecked => text["One of these adults has no background check that holds. Ask the safeguarding lead."],
        MeetingRefusal.TooFewMembers or MeetingRefusal.Paused => refusal is MeetingRefusal.Paused ? text["The panel has too few members now. It can meet again when others have joined."] : text["There are too few members in the room."],
        MeetingRefusal.NotYours => text["The chair does that. If the chair cannot, the vice-chair does."],
        MeetingRefusal.MayNotVote => text["You cannot vote on this."],
        MeetingRefusal.VotedAlready => text["You have voted already. Your first vote counts."],
        MeetingRefusal.AnotherItemIsOpen => text["Finish what you are talking about first."],
        MeetingRefusal.VoteIsOpen => text["A vote is open. Close it first."],
        MeetingRefusal.RoomNotCleared => text["First see that those who are too close to it are out of the room."],
        MeetingRefusal.NoQuorum => text["There are too few in the room for this one. Put it off, or hand it over."],
        MeetingRefusal.TooFewVoted => text["Too few have voted. Wait for the others."],
        MeetingRefusal.NotThatStep or MeetingRefusal.ChairHasToSay => refusal is MeetingRefusal.ChairHasToSay ? text["It is a tie. Choose yes or no: you decide this time."] : text["That is not the next step."],
        MeetingRefusal.NoParentPanel => text["There is no other panel to hand it to."],
        MeetingRefusal.ItemsAreOpen => text["Finish what you are talking about first."],
        MeetingRefusal.NotEnoughForAll => text["There is not enough money for all of them."],
        MeetingRefusal.NothingLeft => text["There is nothing left to vote on together."],
        MeetingRefusal.SlipsAreMissing or MeetingRefusal.SlipsDiffer or MeetingRefusal.WrongNumberOfSlips or MeetingRefusal.TooFewSlips => text.OfSlips(refusal),
    };

    static string OfSlips(this IStringLocalizer<Words> text, MeetingRefusal refusal) => refusal switch
    {
        MeetingRefusal.SlipsAreMissing => text["The slips of those who vote on paper are not in yet."],
        MeetingRefusal.SlipsDiffer => text["The two of you did not enter the same. Count the slips together, and both enter them once more."],
        MeetingRefusal.WrongNumberOfSlips => text["There has to be one slip for each who votes on paper."],
        _ => text["One slip alone is not secret. Lend that person a phone, or let one more vote on paper next time."],
    };

    public static string Of(this IStringLocalizer<Words> text, CallingRefusal refusal) => refusal switch
    {
        CallingRefusal.Paused => text["The panel has too few members now. Invite others, or let the panel above take the call over."],
        CallingRefusal.MarkingIsOpen => text["Marking is still open."],
        CallingRefusal.TooFewCards => text["Too few have marked some of them. The chair and a coordinator both have to say first why you meet all the same."],
        CallingRefusal.NothingToDecide => text["There is nothing to decide: every application is decided, or on the agenda of another meeting."],
    };

    /// <summary>What the chair, or everybody, is asked.</summary>
    /// <param name="text">The words.</param>
    /// <param name="stage">What the vote is for.</param>
    /// <param name="shortlists">Whether the panel only chooses what goes on the ballot.</param>
    public static string Question(this IStringLocalizer<Words> text, VoteStage stage, bool shortlists) => stage switch
    {
        VoteStage.Fund when shortlists => text["Shall it go on the ballot?"],
        VoteStage.FundAgain when shortlists => text["Once more: shall it go on the ballot?"],
        VoteStage.Fund => text["Shall we fund it?"],
        VoteStage.FundAgain => text["Once more: shall we fund it?"],
        VoteStage.Amount => text["How much shall they get?"],
        VoteStage.Lines => text["Shall we pay for these lines?"],
        VoteStage.OfferAnyway => text["It is less than they need. Shall we offer it anyway?"],
        VoteStage.FundAll => text["There is enough for all. Shall we fund them all?"],
        VoteStage.KeepPot => text["Shall we keep this money for another year?"],
    };

    public static string Of(this IStringLocalizer<Words> text, DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Fund => text["Funded"],
        DecisionOutcome.Part => text["Funded in part"],
        DecisionOutcome.Reserve => text["On the waiting list"],
        DecisionOutcome.No => text["Not this time"],
    };

    public static string Of(this IStringLocalizer<Words> text, ReferralGround ground) => ground switch
    {
        ReferralGround.Unlawful => text["It would break the law"],
        ReferralGround.OutsideFundRules => text["It is outside the rules of the fund"],
        ReferralGround.Safeguarding => text["Young people would not be safe"],
        ReferralGround.DueDiligence => text["Something is wrong with the organisation"],
        ReferralGround.NoMoney => text["There is no money for it"],
        ReferralGround.ProcessError => text["A mistake was made on the way to the decision"],
    };

    public static string Of(this IStringLocalizer<Words> text, CorrectionRefusal refusal) => refusal switch
    {
        CorrectionRefusal.PageIsOld => text["Something has changed since you opened the page. Look again."],
        CorrectionRefusal.SaidAlready => text["This was said already. It takes the chair and a coordinator."],
        CorrectionRefusal.PeopleVoted => text["People voted on this one, and their votes were counted. The panel does not change that."],
        CorrectionRefusal.WithTheCouncil => text["The council has sent this one back. The panel votes on it there."],
        CorrectionRefusal.OfferStands => text["The group has an offer. What was offered is not taken back like this."],
    };

    public static string Of(this IStringLocalizer<Words> text, ReferralRefusal refusal) => refusal switch
    {
        ReferralRefusal.DealtWith => text["Somebody has dealt with this decision since."],
        ReferralRefusal.TooLate => text["It is too late to send it back: five working days are over."],
        ReferralRefusal.PanelHasConfirmed => text["The panel has decided the same twice. Sign it, or refuse in public."],
        ReferralRefusal.NotOnThatGround => text["You can refuse on three grounds only."],
    };
}
