using PB.Data;

namespace PB.Grants.Applications;

/// <summary>A young person whom the lead invited to write with them. The panel never learns who they are.</summary>
public sealed class TeamMember
{
    TeamMember() { }

    public TeamMember(Guid applicationId, string email, byte[] keyHash, DateTimeOffset now) =>
        (Id, ApplicationId, Email, KeyHash, InvitedAt) = (Ids.New(now), applicationId, email, keyHash, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Where the invitation goes; empty once they have an account here, or have left.</summary>
    public string Email { get; private set; } = "";

    /// <summary>SHA-256 of the key in the invitation.</summary>
    public byte[]? KeyHash { get; private set; }

    public Guid? PersonId { get; private set; }
    public DateTimeOffset InvitedAt { get; private set; }
    public DateTimeOffset? JoinedAt { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }

    public void Join(Guid personId, DateTimeOffset now) => (PersonId, JoinedAt, Email, KeyHash) = (personId, now, "", null);

    public void Leave(DateTimeOffset now) => (LeftAt, Email, KeyHash) = (LeftAt ?? now, "", null);
}
