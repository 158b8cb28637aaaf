using PB.Data;

namespace PB.Proposals;

/// <summary>A proposal asks to become a part of another. It does when everybody who puts either forward has said yes.</summary>
public sealed class Merger
{
    readonly List<MergerConsent> consents = [];

    Merger() { }

    public Merger(Guid proposalId, Guid hostId, DateTimeOffset now) =>
        (Id, ProposalId, HostId, AskedAt) = (Ids.New(now), proposalId, hostId, now);

    public Guid Id { get; private set; }

    /// <summary>The one that would become a part.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>The one that would take it in.</summary>
    public Guid HostId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>When somebody said no, or undid it.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<MergerConsent> Consents => consents;

    public bool IsWaiting => MergedAt is null && EndedAt is null;

    public bool IsInForce => MergedAt is not null && EndedAt is null;

    public void Ask(MergerConsent consent) => consents.Add(consent);

    /// <summary>Takes an answer down.</summary>
    /// <returns>Whether everybody has said yes now.</returns>
    public bool Answer(MergerConsent consent, bool yes, DateTimeOffset now)
    {
        if (!IsWaiting)
            throw new InvalidOperationException("It is decided.");
        consent.Answer(yes, now);
        if (!yes) EndedAt = now;
        else if (consents.TrueForAll(one => one.AgreedAt is not null)) MergedAt = now;
        return IsInForce;
    }

    public void Undo(DateTimeOffset now) => EndedAt = now;
}

/// <summary>One person's word on a merger, given through a link of their own.</summary>
public sealed class MergerConsent
{
    MergerConsent() { }

    public MergerConsent(Guid mergerId, string name, string email, byte[] keyHash, DateTimeOffset now) =>
        (Id, MergerId, Name, Email, KeyHash) = (Ids.New(now), mergerId, name, email, keyHash);

    public Guid Id { get; private set; }
    public Guid MergerId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public byte[] KeyHash { get; private set; } = [];
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? RefusedAt { get; private set; }

    internal void Answer(bool yes, DateTimeOffset now) => (AgreedAt, RefusedAt) = (yes ? now : null, yes ? null : now);
}
