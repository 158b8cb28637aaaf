using PB.Data;

namespace PB.Grants.Panels;

/// <summary>A yes of a young person, or of a parent for them. It runs out after a year, and can be taken back at any time.</summary>
public sealed class Consent
{
    Consent() { }

    internal Consent(Guid memberId, ConsentKind kind, ConsentBy by, string evidence, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (MemberId, Kind, By, Evidence, At, ExpiresAt) = (memberId, kind, by, evidence, now, now.AddMonths(12));
    }

    public Guid Id { get; private set; }
    public Guid MemberId { get; private set; }
    public ConsentKind Kind { get; private set; }
    public ConsentBy By { get; private set; }

    /// <summary>How it was given: by a link, on paper with a witness.</summary>
    public string Evidence { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => At <= now && now < ExpiresAt && (WithdrawnAt is null || now < WithdrawnAt);

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

public enum ConsentKind
{
    Join,
    Contact,
    Photo,
    Travel,
    PublicityName,
}

public enum ConsentBy
{
    Self,
    Parent,
}
