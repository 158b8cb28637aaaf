using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Grants.Panels;
using PB.Web.Look;

namespace PB.Web.Grants;

/// <summary>Why something is not done, and what to do next, in sentences.</summary>
static class GrantSentences
{
    public static string Of(this IStringLocalizer<Words> text, OpeningGap gap) => text[gap switch
    {
        OpeningGap.Text => "Say what the call is for",
        OpeningGap.CriteriaNotAgreed => "The panel has to agree on what counts, in a meeting",
        OpeningGap.Dates => "Set all the dates",
        OpeningGap.DatesOutOfOrder => "Put the dates in order; adults have two days after the close to sign, so marking ends later than that",
        OpeningGap.OpensInThePast => "The close is in the past: set new dates",
        OpeningGap.Amounts => "Say how much a group can ask for",
        OpeningGap.Rules => "Write down the rules that an application has to meet",
        OpeningGap.Money => "There is no money in the call’s pots",
        OpeningGap.Terms => "Publish what groups agree to when they accept a grant",
        OpeningGap.PrivacyNotice => "Publish the privacy notice",
        OpeningGap.SafeguardingPolicy => "Publish the safeguarding policy",
        OpeningGap.PanelRules => "Publish the panel’s own rules",
        OpeningGap.TwoYouthWorkers => "Appoint two coordinators",
        OpeningGap.SafeguardingLead => "Appoint a safeguarding lead",
        OpeningGap.FinanceOfficer => "Appoint a finance officer",
        OpeningGap.AccountableOfficer => "Appoint an accountable officer",
        OpeningGap.FinanceAndAccountableAreOne => "The finance officer and the accountable officer have to be different people",
        OpeningGap.Members => "The panel has too few members who are ready",
    }];

    public static string Of(this IStringLocalizer<Words> text, CallRefusal refusal, Call call) => refusal switch
    {
        CallRefusal.Agreed => text["The panel has agreed on this. It stays as it is."],
        CallRefusal.NothingToAgreeOn => text["There is nothing to vote on yet"],
        CallRefusal.NotAHundred => text["The points add up to {0} of 100", call.Criteria.Sum(criterion => criterion.Weight)],
        CallRefusal.TooFewMembers => text["The panel has too few members who are ready"],
        CallRefusal.NoQuorum => text["Too few members have voted: at least half of you, and at least three"],
        CallRefusal.NotPassed => text["More of you have to say yes than no. Change what counts and vote again."],
        CallRefusal.SomethingMissing => text["Something is missing: look at the list"],
    };

    public static string Of(this IStringLocalizer<Words> text, SendingFault fault) => fault.Kind switch
    {
        SendingFaultKind.Title => text["Give your plan a title"],
        SendingFaultKind.Summary => text["Say in a few words what you want to do"],
        SendingFaultKind.Need => text["Say why it is needed"],
        SendingFaultKind.YoungLed => text["Say how young people lead it"],
        SendingFaultKind.Plan => text["Say what you will do, step by step"],
        SendingFaultKind.GroupName => text["Say what your group is called"],
        SendingFaultKind.TeamTooSmall => text["There have to be at least two of you. If there is only one, say why"],
        SendingFaultKind.Transcript => text["Write down what is said and shown in your film or voice"],
        SendingFaultKind.NoBudget => text["Say what you need the money for: write at least one line"],
        SendingFaultKind.WrongSum => text["What you ask for should be {0}: your lines less what you get from elsewhere", fault.Sum!.Value.Written()],
        SendingFaultKind.BelowLeast => text["Ask for at least {0}", fault.Sum!.Value.Written()],
        SendingFaultKind.AboveMost => text["Ask for at most {0}", fault.Sum!.Value.Written()],
        SendingFaultKind.ViableAboveRequested => text["The least that you need cannot be more than what you ask for"],
        SendingFaultKind.Paper => text["“{0}”: add a photo of your plan for keeping everybody safe", text.Of(fault.Category!.Value)],
        SendingFaultKind.ItemTooDear => text["Line {0}: one thing can cost at most {1} in this call", fault.Line!.Value, fault.Sum!.Value.Written()],
    };

    public static string Of(this IStringLocalizer<Words> text, SendingRefusal refusal) => text[refusal switch
    {
        SendingRefusal.TooLate => "It is too late: the time is over",
        SendingRefusal.Incomplete => "Something is missing: look at the list",
        SendingRefusal.LeadIsAdult => "The adult cannot be yourself",
        SendingRefusal.AdultOfTheFund => "This adult works with the fund or its panel. Please pick another adult, or another coordinator.",
        SendingRefusal.Changed => "The team has changed it since. Please read the new version and sign that.",
    }];

    public static string Of(this IStringLocalizer<Words> text, TeamRefusal refusal) => text[refusal switch
    {
        TeamRefusal.TooMany => "The team is full: twelve is the most",
        TeamRefusal.InvitedAlready => "They are invited already",
        TeamRefusal.InAlready => "You are in this team already",
        TeamRefusal.AdultOfIt => "You sign this application or work with the fund, so you cannot write it",
    }];

    public static string Of(this IStringLocalizer<Words> text, QuestionRefusal refusal) => text[refusal switch
    {
        QuestionRefusal.NotTheTime => "Questions are asked while you give marks and decide",
        QuestionRefusal.TooMany => "You have asked enough about this one",
        QuestionRefusal.DealtWith => "Somebody has dealt with this since",
    }];

    public static string Of(this IStringLocalizer<Words> text, CheckingRefusal refusal) => text[refusal switch
    {
        CheckingRefusal.NotToBeChecked => "This application cannot be checked now",
        CheckingRefusal.AskedAlready => "This was asked already",
        CheckingRefusal.OnePersonTwice => "Two different people have to agree",
        CheckingRefusal.WaitsForGroup => "The group still has time to put something right",
        CheckingRefusal.NotSigned => "The adult has not signed the newest version",
        CheckingRefusal.RuleNotMet => "A rule is not met yet",
    }];

    public static string Of(this IStringLocalizer<Words> text, StartRefusal refusal) => text[refusal switch
    {
        StartRefusal.DoneAlready => "This was done already",
        StartRefusal.NotChecked => "Not yet: every application has to be checked, and the time for groups and their adults has to be over.",
        StartRefusal.Paused => "Not yet: the panel has too few members. Invite others, or let the panel above take the call over.",
        StartRefusal.NotAllDeclared => "Not yet: some members have not said who they are too close to. Their names are below.",
    }];

    public static string Of(this IStringLocalizer<Words> text, RemovalRefusal refusal) => text[refusal switch
    {
        RemovalRefusal.HasLeft => "They have left the panel",
        RemovalRefusal.AskedAlready => "The panel is asked about this already",
        RemovalRefusal.Settled => "This is settled.",
        RemovalRefusal.MayNotDecide => "You cannot vote on this.",
    }];

    public static string Of(this IStringLocalizer<Words> text, LoweringRefusal refusal) => text[refusal switch
    {
        LoweringRefusal.Own => "Two others have to want it: neither the one whose conflict it is, nor one person twice",
        LoweringRefusal.DealtWith => "This was dealt with before",
    }];

    public static string Of(this IStringLocalizer<Words> text, MemberRefusal refusal) => text[refusal switch
    {
        MemberRefusal.NotOfAge => "They are too young or too old for this fund",
        MemberRefusal.NoParent => "At this age a parent says yes too: write down the parent’s e-mail address",
        MemberRefusal.InAlready => "You are on this panel already",
        MemberRefusal.HasLeft => "They have left the panel",
    }];

    public static string Of(this IStringLocalizer<Words> text, ApplicationStatus status, Call call) => status switch
    {
        ApplicationStatus.Draft => text["You are writing it. Send it by {0}.", text.Written(call.Dates.ClosesAt!.Value, call.TimeZone)],
        ApplicationStatus.NotSent => text["It was not sent before the close."],
        ApplicationStatus.AwaitingAdult => text["It waits for your adult, who can sign until {0}.", text.Written(call.Dates.AdultsUntil!.Value, call.TimeZone)],
        ApplicationStatus.NotSigned => text["Your adult did not sign in time. It is not in."],
        ApplicationStatus.Checking => text["It is in. We check it against the rules."],
        ApplicationStatus.ToMend => text["Please put something right. You keep your place."],
        ApplicationStatus.Ineligible => text["It does not fit the rules of this call."],
        ApplicationStatus.Eligible => text["It fits the rules. The panel reads it soon."],
        ApplicationStatus.Marking => text["The panel gives marks until {0}.", text.Written(call.Dates.MarkingClosesAt!.Value, call.TimeZone, MomentKind.Date)],
        ApplicationStatus.Paused => text["The panel waits for more members before it goes on. You do not need to do anything, and your plan keeps its place."],
        ApplicationStatus.Deciding => text["The panel decides. You hear from us on {0}.", text.Written(call.Dates.PublishesAt!.Value, call.TimeZone, MomentKind.Date)],
        ApplicationStatus.Decided => text["The panel has decided."],
        ApplicationStatus.Withdrawn => text["You took it back."],
    };
}
