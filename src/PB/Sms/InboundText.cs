using PB.Data;

namespace PB.Sms;

/// <summary>A text that came in. What it says is under a key; of a ballot there is nothing here but the message's own id.</summary>
public sealed class InboundText
{
    InboundText() { }

    public InboundText(IncomingText text, DateTimeOffset now) =>
        (Id, MessageSid, ReceivedAt, ProviderAt, OptOutType, MediaCount) = (Ids.New(now), text.MessageSid, now, text.HadAt, text.OptOutType, text.MediaCount);

    public Guid Id { get; private set; }

    /// <summary>The provider's id of the message: the same one has one effect.</summary>
    public string MessageSid { get; private set; } = "";

    public Guid? NumberId { get; private set; }
    public Guid? PhoneId { get; private set; }
    public Guid? RoundId { get; private set; }
    public byte[]? Body { get; private set; }

    /// <summary>A keyed fingerprint of what it says, to see that the same text came again.</summary>
    public byte[]? Fingerprint { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the provider had it, where we had to ask.</summary>
    public DateTimeOffset? ProviderAt { get; private set; }

    public string? OptOutType { get; private set; }
    public int MediaCount { get; private set; }
    public string? Said { get; private set; }
    public string? Reply { get; private set; }
    public TextOutcome Outcome { get; private set; }

    /// <summary>When the provider's copy was emptied.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    public void CameTo(Guid? number) => NumberId = number;

    public void BelongTo(Guid phone, byte[]? body, byte[]? fingerprint) => (PhoneId, Body, Fingerprint) = (phone, body, fingerprint);

    public void CameAt(DateTimeOffset provider) => ProviderAt = provider;

    public void End(Guid? round, string? said, string? reply, TextOutcome outcome) => (RoundId, Said, Reply, Outcome) = (round, said, reply, outcome);

    public void Seal(byte[]? body) => Body = body;

    public void Forget() => (Body, Fingerprint) = (null, null);

    public void Redact(DateTimeOffset now) => RedactedAt = now;
}

/// <summary>What became of a text.</summary>
public enum TextOutcome
{
    /// <summary>Nothing yet.</summary>
    Taken,
    Answered,

    /// <summary>Read and acted on, without an answer.</summary>
    Silent,

    /// <summary>Its sender is no phone: never answered.</summary>
    Ignored,

    /// <summary>It came after the close, and the provider has yet to say when it had it.</summary>
    Held,

    /// <summary>Too many came: kept, and not read.</summary>
    Unread,
}
