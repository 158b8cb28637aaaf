namespace PB.Grants.Meetings;

/// <summary>What a vote is for, and how its outcome goes into the minutes.</summary>
public static class VoteWords
{
    /// <summary>When it can be asked.</summary>
    public static ItemStep Step(this VoteStage stage) => stage switch
    {
        VoteStage.Fund => ItemStep.Talk,
        VoteStage.FundAgain => ItemStep.TalkAgain,
        VoteStage.Amount or VoteStage.Lines => ItemStep.ChooseAmount,
        VoteStage.OfferAnyway => ItemStep.AskOfferAnyway,
        VoteStage.FundAll or VoteStage.KeepPot => ItemStep.Declare,
    };

    /// <summary>Numbers where enough voted; else only whether it passed, or nobody's vote would be secret.</summary>
    public static void WriteOutcome(this Meeting meeting, Vote vote, Item? item, DateTimeOffset now)
    {
        if (vote.Stage is VoteStage.Amount)
            meeting.Write(MinuteKind.AmountClosed, item, now, $"{vote.Amount}");
        else if (vote.Outcome.MayBeShown)
            meeting.Write(MinuteKind.VoteClosed, item, now, $"{vote.Stage}", $"{vote.Verdict}", $"{vote.Yes}", $"{vote.No}", $"{vote.Abstain}");
        else
            meeting.Write(MinuteKind.VoteClosed, item, now, $"{vote.Stage}", $"{vote.Verdict}");
    }
}
