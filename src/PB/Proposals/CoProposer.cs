using PB.Data;

namespace PB.Proposals;

/// <summary>Somebody who was asked to put a proposal forward together with its proposer; named in public only when they have said yes.</summary>
public sealed class CoProposer
{
    CoProposer() { }

    public CoProposer(Guid proposalId, string name, string email, byte[] keyHash, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ProposalId, Name, Email, KeyHash, AskedAt) = (proposalId, name, email, keyHash, now);
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";

    /// <summary>SHA-256 of the key in the link by which they answer.</summary>
    public byte[] KeyHash { get; private set; } = [];

    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>Says yes or no; the last answer holds.</summary>
    public void Answer(bool yes, string name, DateTimeOffset now)
    {
        (AcceptedAt, DeclinedAt) = (yes ? now : null, yes ? null : now);
        if (yes) Name = name;
    }
}
