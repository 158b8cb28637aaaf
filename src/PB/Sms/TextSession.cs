using System.Data.Common;
using PB.Data;

namespace PB.Sms;

/// <summary>What a conversation between a phone and one of our numbers waits for.</summary>
public sealed class TextSession
{
    /// <summary>After so long a conversation is over.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    TextSession() { }

    public TextSession(Guid phoneId, Guid numberId) => (PhoneId, NumberId) = (phoneId, numberId);

    public Guid PhoneId { get; private set; }
    public Guid NumberId { get; private set; }
    public TextState State { get; private set; }

    /// <summary>The round that the last text was about.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>The vote that waits, under a key.</summary>
    public byte[]? Pending { get; private set; }

    /// <summary>The text whose round is not known yet, under a key.</summary>
    public byte[]? Held { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Whether the one reminder before the close was sent.</summary>
    public bool Reminded { get; private set; }

    /// <summary>A row of the table, its columns in the order above.</summary>
    internal static TextSession Read(DbDataReader row, int from) => new(row.GetGuid(from), row.GetGuid(from + 1))
    {
        State = row.Name<TextState>(from + 2),
        RoundId = row.Find<Guid?>(from + 3),
        Pending = row.Find<byte[]>(from + 4),
        Held = row.Find<byte[]>(from + 5),
        ExpiresAt = row.GetFieldValue<DateTimeOffset>(from + 6),
        Reminded = row.GetBoolean(from + 7),
    };

    public bool IsOver(DateTimeOffset now) => now >= ExpiresAt;

    public void Go(TextState state, Guid? round, byte[]? pending, DateTimeOffset now)
    {
        Reminded = Reminded && pending is not null;
        (State, RoundId, Pending, ExpiresAt) = (state, round, pending, now + Life);
    }

    public void Hold(byte[]? text) => Held = text;

    public void Remind() => Reminded = true;
}
