using PB.Grants.Funds;

namespace PB.Grants.Awards;

// What happened to an award, in the order in which it does.
public sealed partial class Award
{
    /// <summary>For how long an offer stands, and by how much it can be extended, once.</summary>
    public const int OfferDays = 28;

    public Guid DraftedBy { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>The accountable officer; from then on it is an offer.</summary>
    public Guid? SignedBy { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The first moment at which it is too late to accept.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? ExtendedAt { get; private set; }

    public Guid? LeadId { get; private set; }
    public DateTimeOffset? LeadAcceptedAt { get; private set; }
    public Guid? AdultId { get; private set; }
    public DateTimeOffset? AdultAcceptedAt { get; private set; }
    public Guid? DeclinedBy { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>When the promise of a declined or lapsed offer was taken off the pots.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public AwardEnding? Ending { get; private set; }
    public string EndReason { get; private set; } = "";

    /// <summary>When both had said yes.</summary>
    public DateTimeOffset? AcceptedAt => LeadAcceptedAt > AdultAcceptedAt ? LeadAcceptedAt : LeadAcceptedAt is null ? null : AdultAcceptedAt;

    public AwardPhase PhaseAt(DateTimeOffset now) => this switch
    {
        { Ending: AwardEnding.Completed } => AwardPhase.Completed,
        { Ending: AwardEnding.Terminated } => AwardPhase.Terminated,
        { AcceptedAt: not null } => AwardPhase.Active,
        { DeclinedAt: not null } => AwardPhase.Declined,
        { SignedAt: null } => AwardPhase.Drafted,
        _ => now < ExpiresAt ? AwardPhase.Offered : AwardPhase.Lapsed,
    };

    /// <summary>Makes it an offer. From which pots it comes was found when it was entered in the ledger.</summary>
    public void Sign(Guid officer, IReadOnlyList<PotShare> pots, DateTimeOffset now)
    {
        shares.AddRange(pots.Select((share, index) => new AwardShare(Id, index + 1, share)));
        (SignedBy, SignedAt, ExpiresAt) = (officer, now, now.AddDays(OfferDays));
    }

    public void Extend(DateTimeOffset now) => (ExpiresAt, ExtendedAt) = (ExpiresAt!.Value.AddDays(OfferDays), now);

    public void AcceptAsLead(Guid lead, DateTimeOffset now) => (LeadId, LeadAcceptedAt) = (lead, now);

    public void AcceptAsAdult(Guid adult, DateTimeOffset now) => (AdultId, AdultAcceptedAt) = (adult, now);

    public void Decline(Guid person, DateTimeOffset now) => (DeclinedBy, DeclinedAt) = (person, now);

    public void Release(DateTimeOffset now) => ReleasedAt = now;

    public void End(Guid person, AwardEnding ending, string reason, DateTimeOffset now) => (EndedBy, Ending, EndReason, EndedAt) = (person, ending, reason, now);
}

public enum AwardPhase
{
    /// <summary>Written down by a coordinator; the group sees nothing of it.</summary>
    Drafted,

    /// <summary>Signed, and not yet accepted by both.</summary>
    Offered,
    Declined,

    /// <summary>Nobody, or only one of the two, said yes in time.</summary>
    Lapsed,
    Active,
    Completed,
    Terminated,
}

public enum AwardEnding
{
    /// <summary>All reports are in and the money is accounted for.</summary>
    Completed,

    /// <summary>Stopped before its time, for a written reason.</summary>
    Terminated,
}
