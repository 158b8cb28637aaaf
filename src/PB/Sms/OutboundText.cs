using PB.Data;

namespace PB.Sms;

/// <summary>A text that has to go out: written in the transaction of what it tells of, sent by a job.</summary>
public sealed class OutboundText
{
    OutboundText() { }

    public OutboundText(Guid phoneId, Guid numberId, ReplyKey key, byte[] body, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (PhoneId, NumberId, Reply, Body) = (phoneId, numberId, Replies.Name(key), body);
        (CreatedAt, NextTryAt) = (now, now);
    }

    public Guid Id { get; private set; }
    public Guid PhoneId { get; private set; }
    public Guid NumberId { get; private set; }
    public Guid? RoundId { get; private set; }

    /// <summary>The text that it answers; no text is answered twice.</summary>
    public Guid? AnswerTo { get; private set; }

    public string Reply { get; private set; } = "";
    public byte[]? Body { get; private set; }
    public int Segments { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>After this it would confuse, and is dropped.</summary>
    public DateTimeOffset NotAfter { get; private set; }

    /// <summary>When to try (again); null when it is out or given up.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>When somebody began to hand it over. If they never ended, it may be out: it is looked for before it is sent again.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public int Tries { get; private set; }
    public DeliveryState State { get; private set; }
    public string? MessageSid { get; private set; }
    public int? ErrorCode { get; private set; }
    public DateTimeOffset? RedactedAt { get; private set; }

    public OutboundText About(Guid? round, Guid? answerTo, int segments, DateTimeOffset notAfter)
    {
        (RoundId, AnswerTo, Segments, NotAfter) = (round, answerTo, segments, notAfter);
        return this;
    }

    public void Begin(DateTimeOffset now, DateTimeOffset until) => (BegunAt, NextTryAt, Tries) = (now, until, Tries + 1);

    public void Taken(string sid, DeliveryState state) => (MessageSid, State, NextTryAt, BegunAt) = (sid, state, null, null);

    public void TryAgain(DateTimeOffset at, int? error, bool maybeOut)
    {
        (NextTryAt, ErrorCode) = (at, error);
        if (!maybeOut)
            BegunAt = null;
    }

    public void GiveUp(DeliveryState state, int? error) => (State, ErrorCode, NextTryAt, BegunAt) = (state, error, null, null);

    /// <summary>Sends it anew after the network could not deliver it.</summary>
    public void SendAnew(DateTimeOffset at, int error) => (State, ErrorCode, NextTryAt, MessageSid, BegunAt) = (DeliveryState.Queued, error, at, null, null);

    /// <summary>What the network says; it never takes back what it has said before.</summary>
    public void Hear(DeliveryState state, int? error)
    {
        if (state > State)
            (State, ErrorCode) = (state, error ?? ErrorCode);
    }

    public void Forget() => Body = null;

    public void Redact(DateTimeOffset now) => RedactedAt = now;
}

/// <summary>How far a text has come, in the order in which that goes.</summary>
public enum DeliveryState
{
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,

    /// <summary>Not sent: opted out, too late, too dear.</summary>
    Suppressed,
}
