namespace PB.Roll;

/// <summary>Somebody whom a register names, or who said who they are: a keyed hash, and the voter that they are in this round.</summary>
public sealed class RegisterPerson
{
    RegisterPerson() { }

    public Guid RoundId { get; private set; }
    public byte[] Digest { get; private set; } = [];
    public byte[]? NumberDigest { get; private set; }

    /// <summary>With which register they came; null for those who are known by their own word only.</summary>
    public Guid? ImportId { get; private set; }

    public Guid? AreaId { get; private set; }

    /// <summary>In years, on the round's day.</summary>
    public int? Age { get; private set; }

    /// <summary>The code that staff gave them at the desk, until it is used.</summary>
    public Guid? CodeId { get; private set; }

    public Guid? VoterId { get; private set; }
}
