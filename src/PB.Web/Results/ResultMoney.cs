using PB.Tally;

namespace PB.Web.Results;

/// <summary>The money of a count for a picture: what each project took, who paid it, and what was left.</summary>
public sealed class ResultMoney(ResultPage page)
{
    /// <summary>The part of a count in which voters pay from their shares, as its trace names it.</summary>
    internal const string Shares = "equal_shares";

    /// <summary>What got money, in the order of decision.</summary>
    public IReadOnlyList<Step> Steps => [.. page.Steps.Where(step => step.Awarded > Money.Zero)];

    /// <summary>What voters paid for from their shares, in the order of decision.</summary>
    public IReadOnlyList<Step> Paid => [.. page.Steps.Where(step => step is { IsFunded: true, Why: { Phase: Shares, MostPaid: not null, Supporters: > 0 } })];

    /// <summary>The share of each voter that the pot gives.</summary>
    public Fraction FirstShare => new(page.Count.Budget.MinorUnits, Math.Max(1, page.Count.Ballots));

    /// <summary>The share that each voter had in the end: before the first purchase nobody has paid anything. Null where nobody has a share.</summary>
    public Fraction? LastShare => Paid is [{ Why: { SupportersHad: { } had, Supporters: var supporters } }, ..] ? had / supporters : null;

    public int MostSupporters => Paid.Max(step => step.Why!.Supporters);
}
