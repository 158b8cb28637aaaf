using PB.Data;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>A line in the ledger of a pot. It is never changed and never taken away; a mistake is put right by another line.</summary>
public sealed class PotEntry
{
    PotEntry() { }

    public PotEntry(Guid potId, PotEntryKind kind, Money amount, EntryReason why, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (PotId, Kind, Amount, At) = (potId, kind, amount, now);
        (Reason, ById, AwardId, PaymentId) = (why.Text, why.ById, why.AwardId, why.PaymentId);
    }

    public Guid Id { get; private set; }
    public Guid PotId { get; private set; }
    public PotEntryKind Kind { get; private set; }

    /// <summary>More than nothing; the kind says whether it comes or goes.</summary>
    public Money Amount { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Who entered it; null when the clock did.</summary>
    public Guid? ById { get; private set; }

    public Guid? AwardId { get; private set; }
    public Guid? PaymentId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>Why a line was entered, by whom, and for which award.</summary>
public sealed record EntryReason(string Text, Guid? ById, Guid? AwardId = null, Guid? PaymentId = null);

/// <summary>What a line of the ledger says.</summary>
public enum PotEntryKind
{
    /// <summary>The body puts money in.</summary>
    Allocate,

    /// <summary>Put aside for the unforeseen, and back.</summary>
    Reserve,
    Unreserve,

    /// <summary>Promised to an award by an offer, and given back.</summary>
    Commit,
    Release,

    /// <summary>Paid out of what was promised: what is left to give away stays the same.</summary>
    Pay,

    /// <summary>A group gave back what it did not need.</summary>
    Refund,
    CarryIn,
    CarryOut,

    /// <summary>The body put more in, or took some away, after the call opened; the panel is told why.</summary>
    AdjustUp,
    AdjustDown,
}

public static class PotEntryKinds
{
    /// <summary>What a line does to the money that can be given away: 1 adds, −1 takes, 0 neither.</summary>
    public static int Sign(this PotEntryKind kind) => kind switch
    {
        PotEntryKind.Allocate or PotEntryKind.Unreserve or PotEntryKind.Release or PotEntryKind.Refund or PotEntryKind.CarryIn or PotEntryKind.AdjustUp => 1,
        PotEntryKind.Reserve or PotEntryKind.Commit or PotEntryKind.CarryOut or PotEntryKind.AdjustDown => -1,
        PotEntryKind.Pay => 0,
    };
}
