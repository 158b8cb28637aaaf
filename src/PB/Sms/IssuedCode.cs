using PB.Data;

namespace PB.Sms;

/// <summary>A letter code for voting by text: a keyed fingerprint of it. The code itself is in the letter and nowhere else.</summary>
public sealed class IssuedCode
{
    IssuedCode() { }

    public IssuedCode(Guid roundId, Guid voterId, byte[] fingerprint, string batch, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, VoterId, Fingerprint, Batch, IssuedAt) = (roundId, voterId, fingerprint, batch, now);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public Guid VoterId { get; private set; }
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>With which letters it went out.</summary>
    public string Batch { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }
    public Guid? UsedBy { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? VoidAt { get; private set; }

    public void UseBy(Guid phone, DateTimeOffset now) => (UsedBy, UsedAt) = (phone, UsedAt ?? now);

    public void Void(DateTimeOffset now) => VoidAt ??= now;
}

/// <summary>A code that was not right.</summary>
public sealed class CodeAttempt
{
    CodeAttempt() { }

    public CodeAttempt(Guid phoneId, Guid numberId, DateTimeOffset now) => (Id, PhoneId, NumberId, At) = (Ids.New(now), phoneId, numberId, now);

    public Guid Id { get; private set; }
    public Guid PhoneId { get; private set; }
    public Guid NumberId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>Digits that tie a phone to an account: shown on the account's page, texted to us; or the other way round.</summary>
public sealed class LinkCode
{
    LinkCode() { }

    public LinkCode(Guid personId, byte[] fingerprint, Guid? phoneId, DateTimeOffset until, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (PersonId, Fingerprint, PhoneId, ExpiresAt, CreatedAt) = (personId, fingerprint, phoneId, until, now);
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>The phone that we texted it to; null where it is to be texted to us.</summary>
    public Guid? PhoneId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public int Checks { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Check() => Checks++;
}

/// <summary>Something about texts that a person has to look at.</summary>
public sealed class TextAlert
{
    TextAlert() { }

    public TextAlert(TextAlertKind kind, Guid? phoneId, Guid? roundId, Guid? textId, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (Kind, PhoneId, RoundId, TextId, At) = (kind, phoneId, roundId, textId, now);
    }

    public Guid Id { get; private set; }
    public TextAlertKind Kind { get; private set; }
    public Guid? PhoneId { get; private set; }
    public Guid? RoundId { get; private set; }
    public Guid? TextId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Note { get; private set; }
    public Guid? HandledBy { get; private set; }
    public DateTimeOffset? HandledAt { get; private set; }

    public TextAlert Saying(string note)
    {
        Note = note;
        return this;
    }

    public void Handle(string done, Guid by, DateTimeOffset now) => (Note, HandledBy, HandledAt) = (Note is null ? done : $"{Note} {done}", by, now);
}

/// <summary>What there is to look at.</summary>
public enum TextAlertKind
{
    /// <summary>Somebody may be in danger.</summary>
    Danger,
    NotMe,
    CodeGuessing,
    Flood,
    Spending,

    /// <summary>The provider had texts that never reached us.</summary>
    Gap,

    /// <summary>The provider refuses our texts: settings, wording, credentials.</summary>
    Gateway,
}

/// <summary>An idea that came by text; a person reads it before anybody else does.</summary>
public sealed class TextedIdea
{
    TextedIdea() { }

    public TextedIdea(Guid roundId, Guid phoneId, string reference, string text, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, PhoneId, Reference, Text, At) = (roundId, phoneId, reference, text, now);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public Guid? PhoneId { get; private set; }
    public string Reference { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset now) => (ReadAt, PhoneId) = (now, null);
}

/// <summary>A phone that asked to be texted a round's result.</summary>
public sealed class ResultWish
{
    ResultWish() { }

    public ResultWish(Guid phoneId, Guid numberId, Guid roundId, DateTimeOffset now) => (PhoneId, NumberId, RoundId, AskedAt) = (phoneId, numberId, roundId, now);

    public Guid PhoneId { get; private set; }
    public Guid NumberId { get; private set; }
    public Guid RoundId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    public void Send(DateTimeOffset now) => SentAt = now;
}
