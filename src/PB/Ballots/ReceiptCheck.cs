using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>Finds the ballot that a receipt code stands for, for anybody who has the code.</summary>
public sealed class ReceiptCheck(PbContext db, BallotLog log, LogTrees trees)
{
    /// <param name="code">A code in its normal form.</param>
    /// <param name="cancel">Stops looking.</param>
    /// <returns>Null when no ballot has it.</returns>
    public async Task<CheckedReceipt?> FindAsync(string code, CancellationToken cancel)
    {
        var prefix = ReceiptCode.Prefix(code);
        var found = await db.Database.SqlQuery<Found>($"""
            select round_id as "Round", leaf_index as "Place", leaf_hash as "Leaf", standing as "Standing" from ballotbox.find_leaf({prefix})
            """).ToListAsync(cancel);
        // The function looks for the first 96 bits; the code has four more.
        if (found.Find(leaf => ReceiptCode.Of(leaf.Leaf) == code) is not { } ballot)
            return null;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == ballot.Round, cancel);
        var standing = StandingOf(ballot.Standing);
        var head = standing is ReceiptStanding.Waiting ? null : await db.NewestHeadAsync(round.Id, cancel);
        return new(round, standing, ballot.Leaf) { Place = ballot.Place, Head = head, Proof = await ProofAsync(ballot, standing, head, cancel) };
    }

    async Task<IReadOnlyList<byte[]>> ProofAsync(Found ballot, ReceiptStanding standing, PublishedHead? head, CancellationToken cancel)
    {
        if (head is null || ballot.Place is not { } place || standing is ReceiptStanding.InTheLog or ReceiptStanding.Void)
            return [];
        var tree = await trees.OfAsync(ballot.Round, head.Size, () => log.LeavesAsync(ballot.Round, cancel));
        return tree.Proof(checked((int)place));
    }

    static ReceiptStanding StandingOf(string standing) => standing switch
    {
        "waiting" => ReceiptStanding.Waiting,
        "in_log" => ReceiptStanding.InTheLog,
        "counted" => ReceiptStanding.Counted,
        "replaced" => ReceiptStanding.Replaced,
        "set_aside" => ReceiptStanding.SetAside,
        "void" => ReceiptStanding.Void,
        _ => throw new InvalidOperationException($"The log answered {standing}."),
    };

    sealed record Found(Guid Round, long? Place, byte[] Leaf, string Standing);
}

/// <summary>What became of the ballot that a receipt code stands for.</summary>
public sealed record CheckedReceipt(Round Round, ReceiptStanding Standing, byte[] Leaf)
{
    /// <summary>Its place in the log, from 0; null while it waits.</summary>
    public long? Place { get; init; }

    /// <summary>The newest signed head.</summary>
    public PublishedHead? Head { get; init; }

    /// <summary>The hashes that lead from the leaf to the head's root; only after the close.</summary>
    public IReadOnlyList<byte[]> Proof { get; init; } = [];
}

/// <summary>Whether a ballot is in the log, and after the close whether it counts.</summary>
public enum ReceiptStanding
{
    Waiting,
    InTheLog,
    Counted,

    /// <summary>The same voter sent a later one.</summary>
    Replaced,
    SetAside,

    /// <summary>The round was cancelled.</summary>
    Void,
}
