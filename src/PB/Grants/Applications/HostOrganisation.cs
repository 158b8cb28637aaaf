using PB.Data;

namespace PB.Grants.Applications;

/// <summary>The organisation that would hold a group's money: never a young person's own account.</summary>
public sealed class HostOrganisation
{
    HostOrganisation() { }

    public HostOrganisation(string name, HostKind kind, Guid createdBy, DateTimeOffset now) =>
        (Id, Name, Kind, CreatedBy, CreatedAt) = (Ids.New(now), name, kind, createdBy, now);

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public HostKind Kind { get; private set; }

    /// <summary>Its public identifier, such as GB-CHC-…; empty where it has none.</summary>
    public string OrganisationId { get; private set; } = "";

    /// <summary>Where its safeguarding policy can be read.</summary>
    public string SafeguardingPolicy { get; private set; } = "";

    public DateOnly? PolicyReviewedOn { get; private set; }
    public DateOnly? InsuredUntil { get; private set; }

    /// <summary>The adult who entered it.</summary>
    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody of the fund looked into it and found nothing against it.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Why it can get nothing at present; empty when it can.</summary>
    public string BlockedBecause { get; private set; } = "";

    public void Describe(string name, HostKind kind, string organisationId) => (Name, Kind, OrganisationId) = (name, kind, organisationId);

    public void Safeguard(string policy, DateOnly? reviewedOn, DateOnly? insuredUntil) => (SafeguardingPolicy, PolicyReviewedOn, InsuredUntil) = (policy, reviewedOn, insuredUntil);

    public void PassCheck(DateTimeOffset now) => CheckedAt = now;

    public void Block(string reason) => BlockedBecause = reason;
}

public enum HostKind
{
    Charity,
    CommunityGroup,
    School,
    PublicBody,
    Company,
    Faith,
}
