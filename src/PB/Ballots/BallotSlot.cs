// Longer than the house allows: the statement of each door names all of its arguments.
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The opening in the ballot box: drops a ballot in under the voter's tag, and finds it again by that tag until the close.</summary>
public sealed class BallotSlot(PbContext db, BallotTray tray, RoundKeys keys, BallotNotices notices)
{
    public bool HasKey(Round round) => keys.Has(round.Id);

    /// <summary>One statement, one round trip, its own transaction or that of a handful: nothing may be wrapped around it that changes the isolation level.</summary>
    public async Task<Dropped> DropInAsync(Voter voter, Round round, BallotEntry entry, PlaceOnTheRoll place, CancellationToken cancel)
    {
        var ballot = Fold(voter, round, entry, place);
        if (entry.HadAt is { } had)
            return await LateAsync(ballot, had, cancel);
        var together = ballot.Version == 1 && db.Database.CurrentTransaction is null ? await tray.DropInAsync(ballot) : null;
        return together ?? await AloneAsync(ballot, cancel);
    }

    FoldedBallot Fold(Voter voter, Round round, BallotEntry entry, PlaceOnTheRoll place)
    {
        var key = keys.Open(round.Id);
        var content = BallotContent.Write(entry.Numbers, inOrder: round.Rules.Type is BallotType.Ranking);
        var area = place.Area == default ? "" : place.Area.ToString();
        var leaf = BallotContent.Leaf(round.Id, VoterTag.Compute(key, round.Id, voter.Id), entry.Replaces + 1, new(content, area, place.Class));
        var tag = leaf.Tag.ToArray();
        return new(round.Id, voter.Id, entry.Channel.ToString().ToLowerInvariant())
        {
            Class = leaf.Class,
            Tag = tag,
            Version = leaf.Version,
            Key = SHA256.HashData(Encoding.UTF8.GetBytes(entry.Submission)),
            // The tag is in it, so that one person's form is no use to another, and equal choices do not look equal.
            Mac = HMACSHA256.HashData(key, (byte[])[.. tag, .. Encoding.UTF8.GetBytes(content)]),
            Content = content,
            Area = area,
            Nonce = leaf.Nonce.ToArray(),
            Leaf = leaf.Hash(),
            Notice = notices.Of(round, isChange: leaf.Version > 1),
        };
    }

    async Task<Dropped> AloneAsync(FoldedBallot b, CancellationToken cancel) => (await db.AskAsync($"""
        select outcome, leaf_hash from ballotbox.cast_ballot(
            {b.Round}, {b.Voter}, {b.Channel}, {b.Class}, {b.Tag}, {b.Version}, {b.Key}, {b.Mac}, {b.Content}, {b.Area}, {b.Nonce}, {b.Leaf},
            {b.Notice.Id}, {b.Notice.Subject}, {b.Notice.Body})
        """, Dropped.Read, cancel))!;

    async Task<Dropped> LateAsync(FoldedBallot b, DateTimeOffset had, CancellationToken cancel) => (await db.AskAsync($"""
        select outcome, leaf_hash from ballotbox.cast_late(
            {b.Round}, {b.Voter}, {b.Channel}, {b.Class}, {b.Tag}, {b.Version}, {b.Key}, {b.Mac}, {b.Content}, {b.Area}, {b.Nonce}, {b.Leaf},
            {b.Notice.Id}, {b.Notice.Subject}, {b.Notice.Body}, {had})
        """, Dropped.Read, cancel))!;

    /// <summary>The person's newest ballot while voting is open; null when there is none, or when it is over.</summary>
    public async Task<OwnBallot?> OwnAsync(Voter voter, Guid round, CancellationToken cancel)
    {
        var tag = VoterTag.Compute(keys.Open(round), round, voter.Id);
        var own = await db.Database.SqlQuery<Own>($"""
            select content as "Content", leaf_hash as "Leaf" from ballotbox.my_ballot({round}, {tag})
            """).ToListAsync(cancel);
        return own is [{ Content: { } content, Leaf: { } leaf }] ? new(BallotContent.Read(content), leaf) : null;
    }

    /// <summary>The receipt of a ballot of this leaf.</summary>
    public BallotReceipt Receipt(BallotPaper paper, byte[] leaf) => BallotReceipt.Of(paper, leaf, keys);

    sealed record Own(string? Content, byte[]? Leaf);
}

/// <summary>What the box answers.</summary>
/// <param name="Outcome">As <c>ballotbox.cast_ballot</c> names it.</param>
/// <param name="Leaf">The leaf of the ballot that is in, now or since it was sent first; null where none is.</param>
public sealed record Dropped(string Outcome, byte[]? Leaf)
{
    internal const string Accepted = "accepted";

    internal static Dropped Read(DbDataReader row) => new(row.GetString(0), row.Find<byte[]>(1));
}

/// <summary>What lies in the box under somebody's tag.</summary>
public sealed record OwnBallot(IReadOnlyList<int> Numbers, byte[] Leaf);
