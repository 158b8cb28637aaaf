using PB.Data;

namespace PB.Grants.Applications;

/// <summary>That two plans are for one event. The panel talks about both together, and one group can join the other.</summary>
public sealed class PlanLink
{
    PlanLink() { }

    public PlanLink(Guid firstId, Guid secondId, string because, Guid linkedBy, DateTimeOffset now) =>
        (Id, FirstId, SecondId, Because, LinkedBy, LinkedAt) = (Ids.New(now), firstId, secondId, because, linkedBy, now);

    public Guid Id { get; private set; }
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }

    /// <summary>What the two have in common, as the panel reads it.</summary>
    public string Because { get; private set; } = "";

    public Guid LinkedBy { get; private set; }
    public DateTimeOffset LinkedAt { get; private set; }

    /// <summary>The plan whose group would like to join the other; null until one says so.</summary>
    public Guid? JoinerId { get; private set; }

    public DateTimeOffset? JoinAskedAt { get; private set; }

    /// <summary>When the other group said yes: the joiner's plan is taken back, and theirs stands for both.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    public Guid Other(Guid applicationId) => FirstId == applicationId ? SecondId : FirstId;

    public void AskToJoin(Guid applicationId, DateTimeOffset now) => (JoinerId, JoinAskedAt) = (applicationId, now);

    public void Join(DateTimeOffset now) => JoinedAt = now;
}

/// <summary>Why two plans are not linked, or one does not join the other.</summary>
public enum LinkRefusal
{
    /// <summary>No such plan is in for this call.</summary>
    NotThere,
    LinkedAlready,

    /// <summary>The panel has decided on one of the two.</summary>
    Decided,

    /// <summary>The other group has not asked, or it is settled.</summary>
    NotAsked,
}
