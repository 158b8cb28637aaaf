using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tally;

namespace PB.Grants.PublicVotes;

/// <summary>A shortlisted plan and what the count says of it.</summary>
/// <param name="Item">Where the panel put it on the ballot.</param>
/// <param name="Vote">The panel's vote on that.</param>
/// <param name="Step">Its line of the count; null where it was not on the ballot after all.</param>
sealed record PlanInTheCount(Application Plan, Item Item, Vote Vote, Step? Step)
{
    public bool IsFunded => Step is { IsFunded: true };

    int Votes => Step?.Votes ?? 0;

    /// <param name="shares">Which pots pay for it; null where the count does not fund it.</param>
    /// <param name="result">The count.</param>
    public DecisionDraft Draft(PotShares? shares, Guid result) => Outcome(shares) switch
    {
        DecisionOutcome.Fund => Of(DecisionOutcome.Fund, Plan.Amounts.Requested, shares!.Shares, "People voted for it.", result),
        DecisionOutcome.Reserve => Of(DecisionOutcome.Reserve, Plan.Amounts.Requested, [], "People voted for it, and others got more votes.", result),
        _ => Of(DecisionOutcome.No, Money.Zero, [], "People voted for other plans.", result),
    };

    // A ring-fenced pot may not be for this plan: then it waits, although the count would fund it.
    DecisionOutcome Outcome(PotShares? shares) =>
        IsFunded && shares!.Missing == Money.Zero ? DecisionOutcome.Fund
        : IsFunded || Votes > 0 ? DecisionOutcome.Reserve
        : DecisionOutcome.No;

    DecisionDraft Of(DecisionOutcome outcome, Money amount, IReadOnlyList<PotShare> shares, string reason, Guid result) =>
        new(outcome, amount, shares, false, new DecisionWords(reason, "")) { Public = new PeoplesVote(result, Votes) };
}
