using PB.Data;

namespace PB.Roll;

/// <summary>A code that lets one person vote once in one round. The code itself is in a letter and nowhere else; here is a keyed hash of it.</summary>
public sealed class LetterCode
{
    LetterCode() { }

    internal LetterCode(CodeBatch batch, int serial, byte[] digest, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (BatchId, RoundId, Serial, Digest) = (batch.Id, batch.RoundId, serial, digest);
    }

    public Guid Id { get; private set; }
    public Guid BatchId { get; private set; }
    public Guid RoundId { get; private set; }

    /// <summary>Its number in the batch, which is printed in the letter: by it a lost letter is made void.</summary>
    public int Serial { get; private set; }

    public byte[] Digest { get; private set; } = [];

    /// <summary>Who votes with it; null until it is typed in for the first time.</summary>
    public Guid? VoterId { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }
    public string? VoidedBecause { get; private set; }

    public void Void(string reason, DateTimeOffset now) => (VoidedAt, VoidedBecause) = (VoidedAt ?? now, VoidedBecause ?? reason);
}
