using System.Data.Common;
using PB.Data;

namespace PB.Sms;

/// <summary>Somebody's phone: a keyed fingerprint by which it is known again, and its number under a key that lies outside the database.</summary>
public sealed class Phone
{
    Phone() { }

    public Phone(byte[] fingerprint, byte[] sealedNumber, bool isBritish, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (Fingerprint, SealedNumber, IsBritish, CreatedAt) = (fingerprint, sealedNumber, isBritish, now);
    }

    public Guid Id { get; private set; }
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>Null once it is forgotten.</summary>
    public byte[]? SealedNumber { get; private set; }

    public bool IsBritish { get; private set; }
    public string Language { get; private set; } = "en";
    public DateTimeOffset? OptedOutAt { get; private set; }
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>When the network said that nothing can be sent there.</summary>
    public DateTimeOffset? InvalidAt { get; private set; }

    public int Failures { get; private set; }

    /// <summary>Until when nothing is answered, because too many texts came.</summary>
    public DateTimeOffset? QuietUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>A row of the table, its columns in the order above.</summary>
    internal static Phone Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Fingerprint = row.GetFieldValue<byte[]>(1),
        SealedNumber = row.Find<byte[]>(2),
        IsBritish = row.GetBoolean(3),
        Language = row.GetString(4),
        OptedOutAt = row.Find<DateTimeOffset?>(5),
        FrozenAt = row.Find<DateTimeOffset?>(6),
        InvalidAt = row.Find<DateTimeOffset?>(7),
        Failures = row.GetInt32(8),
        QuietUntil = row.Find<DateTimeOffset?>(9),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(10),
    };

    public void OptOut(DateTimeOffset now) => OptedOutAt ??= now;

    public void OptIn() => OptedOutAt = null;

    public void Freeze(DateTimeOffset now) => FrozenAt ??= now;

    public void Thaw() => FrozenAt = null;

    public void Speak(string language) => Language = language;

    public void BeQuietUntil(DateTimeOffset until) => QuietUntil = until;

    public void CannotBeReached(DateTimeOffset now) => InvalidAt ??= now;

    public void Failed(int most, DateTimeOffset now)
    {
        Failures++;
        if (Failures >= most)
            CannotBeReached(now);
    }

    public void Forget() => SealedNumber = null;
}

/// <summary>Who votes from a phone: for all rounds, by an account; or for one round, by a code or by their own word.</summary>
public sealed class PhoneLink
{
    PhoneLink() { }

    public PhoneLink(Guid phoneId, Guid voterId, Guid? roundId, ProofOfLink proof, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (PhoneId, VoterId, RoundId, Proof, CreatedAt) = (phoneId, voterId, roundId, proof, now);
    }

    public Guid Id { get; private set; }
    public Guid PhoneId { get; private set; }
    public Guid VoterId { get; private set; }
    public Guid? RoundId { get; private set; }
    public ProofOfLink Proof { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
}

/// <summary>What ties a voter to a phone.</summary>
public enum ProofOfLink
{
    /// <summary>They texted us the digits that their account's page showed.</summary>
    JoinText,

    /// <summary>They typed in what we texted them.</summary>
    OneTimeCode,
    LetterCode,

    /// <summary>Their own word.</summary>
    SelfDeclared,
}

/// <summary>What a phone was last told about its vote in a round: the order in which it was typed, under a key that is destroyed with the round's.</summary>
public sealed class TextEcho
{
    TextEcho() { }

    public TextEcho(Guid phoneId, Guid roundId) => (PhoneId, RoundId) = (phoneId, roundId);

    internal TextEcho(Guid phoneId, Guid roundId, int version, byte[] seal)
        : this(phoneId, roundId) => Tell(version, seal);

    public Guid PhoneId { get; private set; }
    public Guid RoundId { get; private set; }

    /// <summary>The version of the ballot that it tells of; another one in the box came another way.</summary>
    public int Version { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    public void Tell(int version, byte[] seal) => (Version, Sealed) = (version, seal);
}
