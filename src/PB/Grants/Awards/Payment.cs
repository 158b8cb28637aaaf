using PB.Data;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>The way of an instalment to the group's account: two people approve it, over a limit three; then it goes out in a batch.</summary>
public sealed class Payment
{
    Payment() { }

    public Payment(Instalment instalment, bool needsOfficer, Guid coordinator, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (AwardId, Number, Amount) = (instalment.AwardId, instalment.Number, instalment.Amount);
        (NeedsOfficer, CoordinatorId, CoordinatorAt) = (needsOfficer, coordinator, now);
    }

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }

    /// <summary>The instalment's.</summary>
    public int Number { get; private set; }

    public Money Amount { get; private set; }
    public bool NeedsOfficer { get; private set; }
    public Guid CoordinatorId { get; private set; }
    public DateTimeOffset CoordinatorAt { get; private set; }
    public Guid? FinanceId { get; private set; }
    public DateTimeOffset? FinanceAt { get; private set; }
    public Guid? OfficerId { get; private set; }
    public DateTimeOffset? OfficerAt { get; private set; }
    public Guid? BatchId { get; private set; }
    public DateOnly? PaidOn { get; private set; }
    public string BankReference { get; private set; } = "";
    public DateTimeOffset? FailedAt { get; private set; }
    public string FailReason { get; private set; } = "";

    public PaymentPhase Phase => this switch
    {
        { FailedAt: not null } => PaymentPhase.Failed,
        { PaidOn: not null } => PaymentPhase.Paid,
        { BatchId: not null } => PaymentPhase.Sent,
        { FinanceAt: null } => PaymentPhase.WaitsForFinance,
        { NeedsOfficer: true, OfficerAt: null } => PaymentPhase.WaitsForOfficer,
        _ => PaymentPhase.Approved,
    };

    /// <summary>Why somebody cannot be the next to approve it; null when they can.</summary>
    public PaymentRefusal? WhyNotApprovedBy(Guid person) => this switch
    {
        { Phase: not (PaymentPhase.WaitsForFinance or PaymentPhase.WaitsForOfficer) } => PaymentRefusal.ApprovedAlready,
        _ when person == CoordinatorId || person == FinanceId => PaymentRefusal.SamePerson,
        _ => null,
    };

    public void ApproveAsFinance(Guid finance, DateTimeOffset now) => (FinanceId, FinanceAt) = (finance, now);

    public void ApproveAsOfficer(Guid officer, DateTimeOffset now) => (OfficerId, OfficerAt) = (officer, now);

    public void Send(Guid batch) => BatchId = batch;

    public void Pay(DateOnly day, string bankReference) => (PaidOn, BankReference) = (day, bankReference);

    public void Fail(string reason, DateTimeOffset now) => (FailReason, FailedAt) = (reason, now);
}

public enum PaymentPhase
{
    WaitsForFinance,
    WaitsForOfficer,
    Approved,

    /// <summary>In a batch that went to the bank.</summary>
    Sent,
    Paid,

    /// <summary>It did not arrive; the instalment can be approved again.</summary>
    Failed,
}

/// <summary>Why a payment is not approved.</summary>
public enum PaymentRefusal
{
    /// <summary>The award is not accepted by both, or has ended.</summary>
    NotActive,

    /// <summary>The account was changed and nobody has called back.</summary>
    Frozen,

    /// <summary>The grant comes to another adult or organisation, and that is not done.</summary>
    HandedOver,
    ConditionNotMet,
    ApprovedAlready,

    /// <summary>Somebody else's word comes first.</summary>
    NotYourTurn,

    /// <summary>Whoever approved once cannot approve again.</summary>
    SamePerson,

    /// <summary>The supporting adult of the group cannot approve its money.</summary>
    SupportingAdult,
}
