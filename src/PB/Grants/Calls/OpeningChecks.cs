using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Calls;

/// <summary>What a call needs around it, at a moment.</summary>
/// <param name="Fund">Its fund.</param>
/// <param name="Tasks">The fund's adults as they are appointed now.</param>
/// <param name="MoneyLeft">What is left in the call's pots.</param>
/// <param name="Members">How many active members the panel has.</param>
/// <param name="MinMembers">How many it needs.</param>
public sealed record OpeningChecks(Fund Fund, IReadOnlyCollection<FundAppointment> Tasks, Money MoneyLeft, int Members, int MinMembers)
{
    /// <summary>Everything that is missing, in the order in which one would mend it.</summary>
    public IEnumerable<OpeningGap> MissingBeforeOpening(Call call, DateTimeOffset now) => OfCall(call, now).Concat(OfFund()).Concat(OfPeople());

    static IEnumerable<OpeningGap> OfCall(Call call, DateTimeOffset now)
    {
        var dates = call.Dates;
        if (call.Text.Length == 0)
            yield return OpeningGap.Text;
        if (call.CriteriaAgreedAt is null)
            yield return OpeningGap.CriteriaNotAgreed;
        if (dates is not { OpensAt: not null, ClosesAt: not null, MarkingClosesAt: not null, MeetingOn: not null, PublishesAt: not null })
            yield return OpeningGap.Dates;
        else if (!dates.AreInOrder)
            yield return OpeningGap.DatesOutOfOrder;
        else if (dates.ClosesAt <= now)
            yield return OpeningGap.OpensInThePast;
        if (call.Money.MaxAward <= Money.Zero)
            yield return OpeningGap.Amounts;
        if (call.EligibilityRules.Count == 0)
            yield return OpeningGap.Rules;
    }

    IEnumerable<OpeningGap> OfFund()
    {
        if (MoneyLeft <= Money.Zero)
            yield return OpeningGap.Money;
        if (Fund.Texts.Terms.Length == 0)
            yield return OpeningGap.Terms;
        if (Fund.Texts.PrivacyNotice.Length == 0)
            yield return OpeningGap.PrivacyNotice;
        if (Fund.Texts.SafeguardingPolicy.Length == 0)
            yield return OpeningGap.SafeguardingPolicy;
        if (Fund.Texts.PanelRules.Length == 0)
            yield return OpeningGap.PanelRules;
    }

    IEnumerable<OpeningGap> OfPeople()
    {
        if (Of(FundRole.YouthWorker).Count < 2)
            yield return OpeningGap.TwoYouthWorkers;
        if (Of(FundRole.SafeguardingLead).Count == 0)
            yield return OpeningGap.SafeguardingLead;
        if (Of(FundRole.FinanceOfficer).Count == 0)
            yield return OpeningGap.FinanceOfficer;
        if (Of(FundRole.AccountableOfficer).Count == 0)
            yield return OpeningGap.AccountableOfficer;
        else if (Of(FundRole.FinanceOfficer) is { Count: > 0 } finance && finance.SetEquals(Of(FundRole.AccountableOfficer)))
            yield return OpeningGap.FinanceAndAccountableAreOne;
        if (Members < MinMembers)
            yield return OpeningGap.Members;
    }

    HashSet<Guid> Of(FundRole role) => [.. Tasks.Where(task => task.Role == role && task.Until is null).Select(task => task.PersonId)];
}
