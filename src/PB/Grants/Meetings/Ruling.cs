using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>What the closed votes on an item come to, by the rules of the call and the money that is left. Nobody's hand is in it.</summary>
public static class Ruling
{
    /// <param name="asked">What the group asks for.</param>
    /// <param name="panel">What the panel wants.</param>
    /// <param name="shares">What the pots can pay of it.</param>
    public static (DecisionOutcome Outcome, Money Amount, bool BelowViable) Of(AmountsAsked asked, PanelWish panel, PotShares shares)
    {
        if (!panel.Passed || panel.Amount == Money.Zero || panel.Amount < asked.Viable && !panel.OfferAnyway)
            return (DecisionOutcome.No, Money.Zero, false);
        var outcome = shares.Missing > Money.Zero ? DecisionOutcome.Reserve : panel.Amount == asked.Requested ? DecisionOutcome.Fund : DecisionOutcome.Part;
        return (outcome, panel.Amount, panel.Amount < asked.Viable);
    }

    /// <summary>Whether the panel wants to fund it; a second tie is broken as the call says.</summary>
    /// <param name="lot">The meeting’s seed and the item’s number: an even first digit of the ticket is a yes.</param>
    /// <param name="chairSays">What the chair decided, where the call leaves a tie to the chair.</param>
    public static bool Passes(Vote vote, GrantTieRule ties, (string Seed, int Number) lot, bool chairSays) => vote.Verdict switch
    {
        Verdict.Passed => true,
        Verdict.NotPassed => false,
        Verdict.Tie => vote.Stage is VoteStage.FundAgain && ties switch
        {
            GrantTieRule.NotNow => false,
            GrantTieRule.Chair => chairSays,
            GrantTieRule.DrawLots => LotSaysYes(lot.Seed, lot.Number),
        },
    };

    public static bool LotSaysYes(string seed, int number) => Convert.ToInt32(Lot.Ticket(seed, number)[..1], 16) % 2 == 0;
}

/// <summary>What the votes of a panel say.</summary>
/// <param name="OfferAnyway">Whether it wants to offer less than the group said that it needs.</param>
public sealed record PanelWish(bool Passed, Money Amount, bool OfferAnyway);
