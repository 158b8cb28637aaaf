using PB.Data;

namespace PB.Grants.Applications;

/// <summary>That a conflict of interest is one no more: a coordinator proposes it, the chair agrees, and the minutes say so without the reason.</summary>
public sealed class ConflictLowering
{
    ConflictLowering() { }

    public ConflictLowering(Guid applicationId, Guid personId, (ConflictLevel To, string Because) words, Guid proposedBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, PersonId, ProposedBy, ProposedAt) = (applicationId, personId, proposedBy, now);
        (To, Because) = words;
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Whose conflict it was.</summary>
    public Guid PersonId { get; private set; }
    public ConflictLevel To { get; private set; }

    /// <summary>For the coordinators and the chair only.</summary>
    public string Because { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public Guid? AgreedBy { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? MinutedAt { get; private set; }

    public void Agree(Guid chair, DateTimeOffset now) => (AgreedBy, AgreedAt) = (chair, now);

    public void Minute(DateTimeOffset now) => MinutedAt = now;
}
