using PB.Data;

namespace PB.Grants.Awards;

/// <summary>The account of the organisation that holds a group's money, sealed. Another account is another row: what was typed once stays.</summary>
public sealed class BankAccount
{
    BankAccount() { }

    public BankAccount(Guid awardId, int version, byte[] sealedDetails, Guid enteredBy, DateTimeOffset now) =>
        (Id, AwardId, Version, Sealed, EnteredBy, EnteredAt) = (Ids.New(now), awardId, version, sealedDetails, enteredBy, now);

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }

    /// <summary>1, 2, 3 …; the newest counts.</summary>
    public int Version { get; private set; }

    /// <summary>Name, sort code and number: see <see cref="BankSafe"/>. Empty once it is forgotten.</summary>
    public byte[] Sealed { get; private set; } = [];

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The finance officer who rang the organisation on a number known before, and asked.</summary>
    public Guid? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public string CallBackNote { get; private set; } = "";

    /// <summary>Whether it took the place of another one and nobody has called back: nothing is paid until then.</summary>
    public bool Freezes => Version > 1 && CheckedAt is null;

    public void Check(Guid finance, string note, DateTimeOffset now) => (CheckedBy, CallBackNote, CheckedAt) = (finance, note, now);

    public void Forget() => Sealed = [];
}

/// <summary>Where money goes.</summary>
public sealed record BankDetails(string Name, string SortCode, string Number);
