using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

static class AwardWords
{
    public static string Of(this IStringLocalizer<Words> text, AwardPhase phase) => phase switch
    {
        AwardPhase.Drafted => text["Waits for the accountable officer"],
        AwardPhase.Offered => text["Offered"],
        AwardPhase.Declined => text["The group said no"],
        AwardPhase.Lapsed => text["Not accepted in time"],
        AwardPhase.Active => text["Under way"],
        AwardPhase.Completed => text["Finished"],
        AwardPhase.Terminated => text["Stopped early"],
    };

    public static string Of(this IStringLocalizer<Words> text, PanelConditionRefusal refusal) => text[refusal switch
    {
        PanelConditionRefusal.TooLate => "The offer is written. Nobody can add a condition any more.",
        PanelConditionRefusal.TooMany => "Four conditions are the most.",
        PanelConditionRefusal.Settled => "This one is settled.",
        PanelConditionRefusal.MayNotDecide => "You cannot vote on this.",
    }];

    public static string Of(this IStringLocalizer<Words> text, AppealRefusal refusal) => text[refusal switch
    {
        AppealRefusal.AnsweredAlready => "Somebody has answered this appeal.",
        AppealRefusal.HadPart => "You had a part in this decision, so another accountable officer answers.",
        AppealRefusal.OfferStands => "This group has an offer. The panel votes again only when that offer is over.",
    }];

    public static string Of(this IStringLocalizer<Words> text, OfferRefusal refusal, Money left = default) => refusal switch
    {
        OfferRefusal.SignedAlready => text["This offer is signed already."],
        OfferRefusal.OwnDraft => text["You wrote this offer down, so somebody else has to sign it."],
        OfferRefusal.TakenBack => text["The group has taken its application back."],
        OfferRefusal.SaidWrongly => text["What the panel decided was said wrongly. It votes again first."],
        OfferRefusal.HostNotLookedInto => text["A finance officer has to look into the organisation first, and find nothing against it."],
        OfferRefusal.HostStopped => text["Something stands against the organisation. Nothing can be offered until that is put right."],
        OfferRefusal.NotEnoughMoney => text["There is only {0} left in the pots for this. Nothing was promised.", left.Written()],
        OfferRefusal.TooLate => text["The time to accept this offer is over."],
        OfferRefusal.ExtendedAlready => text["This group was given more time once already."],
        OfferRefusal.AnsweredAlready => text["You answered this offer already."],
        OfferRefusal.NeedsYesToLess => text["This is less than you said you need. Tick that you can do it with less, or say no."],
    };

    public static string Of(this IStringLocalizer<Words> text, PaymentRefusal refusal) => refusal switch
    {
        PaymentRefusal.NotActive => text["Nothing is paid before both have accepted the offer, or after the award has ended."],
        PaymentRefusal.Frozen => text["The account was changed. Nothing is paid until a finance officer has rung the organisation."],
        PaymentRefusal.HandedOver => text["The grant comes to another adult or organisation. Nothing is paid until the new adult has signed. A new organisation has to be looked into, and to give its account."],
        PaymentRefusal.ConditionNotMet => text["A condition that comes before the payment is not met yet."],
        PaymentRefusal.ApprovedAlready => text["This payment is approved already."],
        PaymentRefusal.NotYourTurn => text["Somebody else has to approve this payment first."],
        PaymentRefusal.SamePerson => text["You approved this payment once. The second approval has to come from somebody else."],
        PaymentRefusal.SupportingAdult => text["You are this group’s supporting adult, so you cannot approve its money."],
    };

    public static string Of(this IStringLocalizer<Words> text, PaymentPhase phase) => phase switch
    {
        PaymentPhase.WaitsForFinance => text["Waits for a finance officer"],
        PaymentPhase.WaitsForOfficer => text["Waits for the accountable officer"],
        PaymentPhase.Approved => text["Approved"],
        PaymentPhase.Sent => text["Sent to the bank"],
        PaymentPhase.Paid => text["Paid"],
        PaymentPhase.Failed => text["Did not arrive"],
    };

    public static string Of(this IStringLocalizer<Words> text, Lateness lateness) => lateness switch
    {
        Lateness.NotYetDue or Lateness.Due => text["Not in yet"],
        Lateness.Week => text["More than a week late"],
        Lateness.ThreeWeeks => text["More than three weeks late"],
        Lateness.SixWeeks => text["More than six weeks late: no new grant until it is in"],
    };

    public static string Of(this IStringLocalizer<Words> text, CallBackRefusal refusal) => refusal switch
    {
        CallBackRefusal.NothingToCheck => text["There is no account that waits for a call."],
        CallBackRefusal.SamePerson => text["Another finance officer has to make this call: you checked the account before, or typed this one in."],
    };

    public static string Of(this IStringLocalizer<Words> text, EndRefusal refusal) => refusal switch
    {
        EndRefusal.NotActive => text["This award is not under way."],
        EndRefusal.PaymentUnderWay => text["A payment is at the bank. Wait until you know whether it arrived."],
        EndRefusal.ReportOpen => text["A report is not accepted yet."],
        EndRefusal.MoneyOpen => text["Money is due back. It has to come in or be let go first."],
    };

    public static string Of(this IStringLocalizer<Words> text, PaidRefusal refusal) => refusal switch
    {
        PaidRefusal.Unreadable => text["It cannot be read: it needs a reference, a sum, and a day such as 2027-03-20 or a reason why it failed."],
        PaidRefusal.Unknown => text["No payment of this fund has this reference."],
        PaidRefusal.NotSent => text["This payment was not sent to the bank."],
        PaidRefusal.OtherSum => text["The sum is not the one that was sent."],
        PaidRefusal.PaidAlready => text["This payment was entered before."],
    };

    public static string Of(this IStringLocalizer<Words> text, ConditionKind kind) => kind switch
    {
        ConditionKind.BeforePayment => text["Before any money is paid"],
        ConditionKind.During => text["While you do it"],
        ConditionKind.Report => text["In the report"],
    };

    public static string Of(this IStringLocalizer<Words> text, FeedbackRefusal refusal) => refusal switch
    {
        FeedbackRefusal.SentAlready => text["The group has this feedback already."],
        FeedbackRefusal.OwnWords => text["You wrote this. Another coordinator has to read it before it goes out."],
    };

    public static string Of(this IStringLocalizer<Words> text, Band band) => band switch
    {
        Band.Strong => text["Strong"],
        Band.Good => text["Good"],
        Band.Some => text["Some"],
        Band.Little => text["Little"],
    };

    public static string Of(this IStringLocalizer<Words> text, AppealGround ground) => ground switch
    {
        AppealGround.HiddenInterest => text["Somebody decided who has a link to a group"],
        AppealGround.RulesNotKept => text["The rules that were printed before the call were not kept"],
        AppealGround.WrongFacts => text["The panel was told something about us that is wrong"],
        AppealGround.WrongCount => text["Too few voted, or the votes were counted wrongly"],
    };

    public static string Of(this IStringLocalizer<Words> text, AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.NotTaken => text["It is not about how the decision was made"],
        AppealOutcome.Upheld => text["You are right: the panel votes again"],
        AppealOutcome.NotUpheld => text["The decision was made by the rules, and stands"],
    };
}
