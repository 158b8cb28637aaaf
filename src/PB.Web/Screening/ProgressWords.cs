using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;

namespace PB.Web.Screening;

static class ProgressWords
{
    public static string Of(this IStringLocalizer<Words> text, Progress progress) => progress switch
    {
        Progress.NotAssigned => text["Not assigned"],
        Progress.WithDepartments => text["With departments"],
        Progress.BeingMended => text["The proposer can mend it"],
        Progress.Ready => text["Ready to be published"],
        Progress.Decided => text["Decided"],
        Progress.Appealed => text["Appealed"],
    };

    public static string Of(this IStringLocalizer<Words> text, AssignmentStepKind kind, string who) => kind switch
    {
        AssignmentStepKind.Assigned => text["Assigned by {0}", who],
        AssignmentStepKind.Answered => text["Answered by {0}", who],
        AssignmentStepKind.SentBack => text["Sent back by {0}", who],
        AssignmentStepKind.Accepted => text["Accepted by {0}", who],
        AssignmentStepKind.Forwarded => text["Forwarded by {0}", who],
        AssignmentStepKind.Returned => text["Returned by {0}", who],
        AssignmentStepKind.Mended => text["Mended by the proposer; {0} had asked for it", who],
        AssignmentStepKind.Recused => text["{0} has an interest: what they said no longer counts", who],
        AssignmentStepKind.Note => text["Note of {0}", who],
    };

    public static string Of(this IStringLocalizer<Words> text, CheckAnswer answer) => answer switch
    {
        CheckAnswer.Pass => text["Yes"],
        CheckAnswer.Fail => text["No"],
        CheckAnswer.NotApplicable => text["It does not apply"],
        CheckAnswer.Mendable => text["No, but it can be mended"],
    };

    public static string Of(this IStringLocalizer<Words> text, AssignmentRefusal refusal) => refusal switch
    {
        AssignmentRefusal.NotThereAnyMore => text["Your department does not have this idea any more, or it is decided."],
        AssignmentRefusal.VotingHasOpened => text["Voting has opened, so the ballot can no longer change."],
        AssignmentRefusal.ChangedMeanwhile => text["Somebody else did something with it while you were reading. Look at what is there now."],
        AssignmentRefusal.OwnAnswer => text["You gave these answers yourself. Another officer of your department has to accept them."],
        AssignmentRefusal.NotAnswered => text["There are no answers yet that could be accepted."],
        AssignmentRefusal.HasItAlready => text["That department has this idea already."],
    };

    public static string Of(this IStringLocalizer<Words> text, QueueShow show) => show switch
    {
        QueueShow.All => text["All of them"],
        QueueShow.ToAnswer => text["To answer"],
        QueueShow.ToAccept => text["To accept"],
        QueueShow.Late => text["Late"],
    };

    public static string Of(this IStringLocalizer<Words> text, AppealRefusal refusal) => refusal switch
    {
        AppealRefusal.AnsweredMeanwhile => text["Somebody else has answered this appeal."],
        AppealRefusal.VotingHasOpened => text["Voting has opened, so the ballot can no longer change."],
        AppealRefusal.NotSomebodyElse => text["Somebody who had no part in the decision has to answer this appeal."],
    };
}
