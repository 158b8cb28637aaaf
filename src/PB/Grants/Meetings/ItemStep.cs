using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>What comes next with an item that is being talked about.</summary>
public enum ItemStep
{
    /// <summary>Those with a conflict leave, and the others talk.</summary>
    Talk,

    /// <summary>The first vote was a tie: five minutes, then once more.</summary>
    TalkAgain,
    Voting,
    ChooseAmount,

    /// <summary>The amount is less than the group said that it needs.</summary>
    AskOfferAnyway,
    Declare,
}

public static class ItemSteps
{
    /// <param name="votes">The item's votes, the oldest first.</param>
    /// <param name="viable">With how little the group could still do it.</param>
    /// <param name="tieMayPass">Whether a second tie can still end with a yes: by the chair, or as the lot says.</param>
    public static ItemStep Of(IReadOnlyCollection<Vote> votes, Money viable, bool tieMayPass) => votes.LastOrDefault() switch
    {
        null => ItemStep.Talk,
        { ClosedAt: null } => ItemStep.Voting,
        { Stage: VoteStage.Fund } first when first.Verdict is Verdict.Tie => ItemStep.TalkAgain,
        { Stage: VoteStage.Fund or VoteStage.FundAgain } vote => vote.Verdict is Verdict.Passed || vote.Verdict is Verdict.Tie && tieMayPass ? ItemStep.ChooseAmount : ItemStep.Declare,
        { Stage: VoteStage.Lines } lines when lines.Verdict is not Verdict.Passed => ItemStep.ChooseAmount,
        { Stage: VoteStage.Amount or VoteStage.Lines, Amount: > 0 and var amount } when amount < viable.MinorUnits => ItemStep.AskOfferAnyway,
        _ => ItemStep.Declare,
    };

    /// <summary>The vote on whether to fund it, once it is closed.</summary>
    public static Vote? FundVote(this IEnumerable<Vote> votes) => votes.LastOrDefault(vote => vote.Stage is VoteStage.Fund or VoteStage.FundAgain && vote.ClosedAt is not null);

    /// <summary>What the panel settled on; null where it did not come to that.</summary>
    public static Money? SettledAmount(this IEnumerable<Vote> votes) =>
        votes.LastOrDefault(vote => vote is { ClosedAt: not null, Stage: VoteStage.Amount or VoteStage.Lines, Amount: not null }) is { Amount: { } amount } ? new Money(amount) : null;
}
