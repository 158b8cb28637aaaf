using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The one door through which a ballot enters a round, whatever channel brought it.</summary>
public sealed class BallotBox(PbContext db, BallotGate gate, RoundKeys keys, TimeProvider clock)
{
    /// <returns>Why the ballot was refused, or null when it is in the box.</returns>
    public async Task<BallotRefusal?> CastAsync(Voter voter, Round round, BallotEntry entry, CancellationToken cancel)
    {
        if (round.CancelledAt is not null)
            return BallotRefusal.Closed;
        if (await gate.PaperAsync(round, cancel) is not { } paper)
            return BallotRefusal.NotOpenYet;

        // The database has the last word on the close; this only keeps the reasons in order.
        var isOver = clock.GetUtcNow() >= paper.ClosesAt;
        if (await db.WhyMayNotVoteAsync(round, voter, cancel) is not null)
            return isOver ? BallotRefusal.Closed : BallotRefusal.NotEligible;
        if (paper.WhyRefused(entry.Numbers) is { } refusal)
            return isOver ? BallotRefusal.Closed : await IsFinalAsync(voter, round, paper, cancel) ? BallotRefusal.AlreadyVoted : refusal;

        var outcome = await DropInAsync(voter, round.Id, entry, cancel);
        return outcome switch
        {
            "accepted" or "replayed" => null,
            "closed" => BallotRefusal.Closed,
            "already_voted" => BallotRefusal.AlreadyVoted,
            "stale" => BallotRefusal.ChangedElsewhere,
            "key_reused" => BallotRefusal.FormUsedTwice,
            _ => throw new InvalidOperationException($"The ballot box answered {outcome}."),
        };
    }

    /// <summary>That and when this person voted, or null. Never what.</summary>
    public async Task<Mark?> MarkAsync(Voter voter, Round round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<Mark>($"""
            select version as "Version", last_at as "LastAt", final as "Final" from register.my_mark({round.Id}, {voter.Id}) where version is not null
            """).ToListAsync(cancel)).SingleOrDefault();

    /// <summary>The person's own choices, while voting is open; null when none, or when it is over.</summary>
    public async Task<IReadOnlyList<int>?> ChoicesAsync(Voter voter, Round round, CancellationToken cancel)
    {
        if (await gate.PaperAsync(round, cancel) is null)
            return null;
        var tag = VoterTag.Compute(keys.Open(round.Id), round.Id, voter.Id);
        var content = await db.Database.SqlQuery<string?>($"""
            select content as "Value" from ballotbox.my_ballot({round.Id}, {tag})
            """).ToListAsync(cancel);
        return content is [{ } numbers] ? BallotContent.Read(numbers) : null;
    }

    /// <summary>How many people have voted so far: the one figure that may be known before the close.</summary>
    public async Task<long> TurnoutAsync(Round round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<long>($"""select register.turnout({round.Id}) as "Value" """).ToListAsync(cancel)).Single();

    async Task<bool> IsFinalAsync(Voter voter, Round round, BallotPaper paper, CancellationToken cancel) =>
        await MarkAsync(voter, round, cancel) is { } mark && !mark.MayChange(paper);

    // One statement, one round trip, its own transaction: nothing may be wrapped around it that changes the isolation level.
    async Task<string> DropInAsync(Voter voter, Guid round, BallotEntry entry, CancellationToken cancel)
    {
        var key = keys.Open(round);
        var content = BallotContent.Write(entry.Numbers);
        var leaf = BallotContent.Leaf(round, VoterTag.Compute(key, round, voter.Id), entry.Replaces + 1, content);
        var (tag, nonce, hash) = (leaf.Tag.ToArray(), leaf.Nonce.ToArray(), leaf.Hash());
        var submission = SHA256.HashData(Encoding.UTF8.GetBytes(entry.Submission));
        // The tag is in it, so that one person's form is no use to another, and equal choices do not look equal.
        var mac = HMACSHA256.HashData(key, (byte[])[.. tag, .. Encoding.UTF8.GetBytes(content)]);
        var channel = entry.Channel.ToString().ToLowerInvariant();
        var outcomes = await db.Database.SqlQuery<string>($"""
            select outcome as "Value" from ballotbox.cast_ballot(
                {round}, {voter.Id}, {channel}, 'declared', {tag}, {leaf.Version}, {submission}, {mac}, {content}, {nonce}, {hash})
            """).ToListAsync(cancel);
        return outcomes.Single();
    }
}

/// <summary>That somebody voted: how often, counting changes, and when last.</summary>
/// <param name="Version">Which version of the ballot is in the box.</param>
/// <param name="LastAt">When it came; after the close only the day.</param>
/// <param name="Final">Whether it came on paper, which cannot be taken back.</param>
public sealed record Mark(int Version, DateTimeOffset LastAt, bool Final)
{
    public bool MayChange(BallotPaper paper) => paper.Rules.AllowChange && !Final;
}
