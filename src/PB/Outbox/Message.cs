using PB.Data;

namespace PB.Outbox;

/// <summary>A mail that has to go out: written in the transaction of what it tells of, sent by a job afterwards.</summary>
public sealed class Message
{
    Message() { }

    /// <param name="key">What this message is about and to whom, e.g. <c>result/…/…</c>: the same key is never sent twice.</param>
    public Message(string key, string to, string subject, string body, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (Key, To, Subject, Body) = (key, to, subject, body);
        (CreatedAt, NextTryAt) = (now, now);
    }

    public Guid Id { get; private set; }
    public string Key { get; private set; } = "";
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When to try (again); null when sent or given up.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    public int Tries { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>Whether it did not go out and will not be tried again.</summary>
    public bool IsGivenUp => SentAt is null && NextTryAt is null;

    /// <summary>The same mail with other words in it, to be carried and not kept.</summary>
    public Message Saying(string body)
    {
        var copy = (Message)MemberwiseClone();
        copy.Body = body;
        return copy;
    }

    public void MarkSent(DateTimeOffset now)
    {
        Tries++;
        (SentAt, NextTryAt, LastError) = (now, null, null);
    }

    /// <summary>Tries again after 1, 4, 16 … minutes, and gives up after eight tries (about four days).</summary>
    public void MarkFailed(string error, bool permanent, DateTimeOffset now)
    {
        Tries++;
        LastError = error;
        NextTryAt = permanent || Tries >= 8 ? null : now.AddMinutes(Math.Pow(4, Tries - 1));
    }
}
