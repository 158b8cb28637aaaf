using PB.Data;

namespace PB.Grants.Care;

/// <summary>Somebody is worried about somebody. Its words are sealed, and only safeguarding leads open them.</summary>
public sealed class Worry
{
    /// <summary>When nobody has looked by then, the next lead is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    Worry() { }

    public Worry(Guid fundId, byte[] sealedWords, DateTimeOffset now) => (Id, FundId, Sealed, FiledAt) = (Ids.New(now), fundId, sealedWords, now);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }

    /// <summary>What was written, and how to get back to whoever wrote it.</summary>
    public byte[] Sealed { get; private set; } = [];

    public DateTimeOffset FiledAt { get; private set; }
    public Guid? SeenBy { get; private set; }
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When the second lead was told, because the first had not looked.</summary>
    public DateTimeOffset? PassedOnAt { get; private set; }

    public Guid? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public void See(Guid lead, DateTimeOffset now)
    {
        if (SeenAt is null)
            (SeenBy, SeenAt) = (lead, now);
    }

    public void PassOn(DateTimeOffset now) => PassedOnAt = now;

    public void Close(Guid lead, DateTimeOffset now) => (ClosedBy, ClosedAt) = (lead, now);
}

/// <summary>What somebody wrote.</summary>
/// <param name="Text">What worries them.</param>
/// <param name="Contact">How to reach them; empty where they would rather not say.</param>
public sealed record WorryWords(string Text, string Contact);
