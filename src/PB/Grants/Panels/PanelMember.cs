using PB.Data;

namespace PB.Grants.Panels;

/// <summary>A young person on a panel: what they were asked, what they said yes to, and since when they decide.</summary>
public sealed class PanelMember
{
    readonly List<Consent> consents = [];

    PanelMember() { }

    public PanelMember(Guid panelId, string displayName, byte[] bornOn, PanelRole role, DateTimeOffset now) =>
        (Id, PanelId, DisplayName, BornOn, Role, InvitedAt) = (Ids.New(now), panelId, displayName, bornOn, role, now);

    public Guid Id { get; private set; }
    public Guid PanelId { get; private set; }

    /// <summary>The account; null until the young person has come in by the invitation.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>First name and initial, as the panel and the minutes say it.</summary>
    public string DisplayName { get; private set; } = "";

    public PanelRole Role { get; private set; }

    /// <summary>The day of birth, sealed: see <see cref="PanelAges"/>.</summary>
    public byte[] BornOn { get; private set; } = [];

    /// <summary>Why they may stay until the fund's extended age; empty where it does not apply.</summary>
    public string AgeExtension { get; private set; } = "";

    /// <summary>Where the invitation goes; empty once the young person has an account here.</summary>
    public string Email { get; private set; } = "";

    /// <summary>SHA-256 of the key in the invitation.</summary>
    public byte[]? KeyHash { get; private set; }

    /// <summary>A parent's address, as the coordinator knows it; never typed in by the young person.</summary>
    public string ParentEmail { get; private set; } = "";

    /// <summary>SHA-256 of the key in the parent's link, by which a yes is given and taken back.</summary>
    public byte[]? ParentKeyHash { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When the young person came in and said yes.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    public DateTimeOffset? TrainedAt { get; private set; }
    public DateTimeOffset? CodeSignedAt { get; private set; }

    /// <summary>Since when they pause; null when they do not.</summary>
    public DateTimeOffset? RestedAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }
    public IReadOnlyList<Consent> Consents => consents;

    public void Invite(string email, byte[] keyHash) => (Email, KeyHash) = (email, keyHash);

    public void AskParent(string email, byte[] keyHash) => (ParentEmail, ParentKeyHash) = (email, keyHash);

    public void Join(Guid personId, DateTimeOffset now)
    {
        (PersonId, JoinedAt, Email, KeyHash) = (personId, now, "", null);
        Agree(ConsentKind.Join, ConsentBy.Self, "on this site", now);
    }

    public void Agree(ConsentKind kind, ConsentBy by, string evidence, DateTimeOffset now)
    {
        Withdraw(kind, by, now);
        consents.Add(new Consent(Id, kind, by, evidence, now));
    }

    public void Withdraw(ConsentKind kind, ConsentBy by, DateTimeOffset now) =>
        consents.Where(consent => consent.Kind == kind && consent.By == by).ToList().ForEach(consent => consent.Withdraw(now));

    public bool Has(ConsentKind kind, ConsentBy by, DateTimeOffset now) => consents.Any(consent => consent.Kind == kind && consent.By == by && consent.HoldsAt(now));

    public MemberStanding StandingAt(DateTimeOffset now, MemberAge age) => this switch
    {
        { LeftAt: { } left } when left <= now => MemberStanding.Left,
        _ when age.IsPast => MemberStanding.Left,
        { PersonId: null } => MemberStanding.Invited,
        { RestedAt: not null } => MemberStanding.Resting,
        _ when !Has(ConsentKind.Join, ConsentBy.Self, now) || age.NeedsParent && !Has(ConsentKind.Join, ConsentBy.Parent, now) => MemberStanding.ConsentPending,
        { TrainedAt: null } or { CodeSignedAt: null } => MemberStanding.Training,
        _ => MemberStanding.Active,
    };

    public void Train(DateTimeOffset now) => TrainedAt ??= now;

    public void SignCode(DateTimeOffset now) => CodeSignedAt ??= now;

    public void Rest(DateTimeOffset now) => RestedAt ??= now;

    public void ComeBack() => RestedAt = null;

    public void Leave(DateTimeOffset now) => LeftAt ??= now;

    public void Become(PanelRole role) => Role = role;

    /// <summary>As the member wants to be called from now on, everywhere.</summary>
    public void CallBy(string name) => DisplayName = name;

    public void ExtendAge(string reason) => AgeExtension = reason;
}

public enum PanelRole
{
    Member,
    Chair,
    ViceChair,

    /// <summary>Learns: reads practice applications, and does not vote.</summary>
    Trainee,
    Observer,
}

/// <summary>How far a member has come, at a moment.</summary>
public enum MemberStanding
{
    Invited,

    /// <summary>A yes is missing: their own, or a parent's.</summary>
    ConsentPending,

    /// <summary>The training or the code of conduct is missing.</summary>
    Training,
    Active,
    Resting,
    Left,
}
