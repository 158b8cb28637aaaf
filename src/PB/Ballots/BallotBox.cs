using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>The one door through which a ballot enters a round, whatever channel brought it.</summary>
public sealed class BallotBox(PbContext db, BallotGate gate, BallotSlot slot, TimeProvider clock)
{
    /// <returns>Why the ballot was refused, or null when it is in the box.</returns>
    public async Task<BallotRefusal?> CastAsync(Voter voter, Round round, BallotEntry entry, CancellationToken cancel) =>
        (await CastAsync(voter, await db.PlaceOnTheRollAsync(round, voter, cancel), round, entry, cancel)).Refusal;

    /// <summary>The same for somebody whose place on the roll was looked up just now.</summary>
    /// <returns>Why the ballot was refused; or null when it is in the box, and its leaf.</returns>
    public async Task<(BallotRefusal? Refusal, byte[]? Leaf)> CastAsync(
        Voter voter, PlaceOnTheRoll place, Round round, BallotEntry entry, CancellationToken cancel)
    {
        if (round.CancelledAt is not null)
            return (BallotRefusal.Closed, null);
        if (await gate.PaperToCastAsync(round, cancel) is not { } paper)
            return (BallotRefusal.NotOpenYet, null);
        if (await WhyNotAsync(voter, round, entry, paper, place, cancel) is { } refusal)
            return (await IsOverAsync(round, cancel) ? BallotRefusal.Closed : refusal, null);
        // The key of a certified round is destroyed; a form that comes then is long too late.
        if (!slot.HasKey(round))
            return (BallotRefusal.Closed, null);
        var dropped = await slot.DropInAsync(voter, round, entry, place, cancel);
        return (RefusalOf(dropped.Outcome), dropped.Leaf);
    }

    async Task<BallotRefusal?> WhyNotAsync(Voter voter, Round round, BallotEntry entry, BallotPaper paper, PlaceOnTheRoll place, CancellationToken cancel)
    {
        if (place.WhyNot is not null)
            return BallotRefusal.NotEligible;
        if (entry.IsWithdrawal || paper.WhyRefused(entry.Numbers) is not { } refusal)
            return null;
        return await IsFinalAsync(voter, round, paper, cancel) ? BallotRefusal.AlreadyVoted : refusal;
    }

    static BallotRefusal? RefusalOf(string outcome) => outcome switch
    {
        Dropped.Accepted or "replayed" => null,
        "closed" or "superseded" => BallotRefusal.Closed,
        "already_voted" => BallotRefusal.AlreadyVoted,
        "stale" => BallotRefusal.ChangedElsewhere,
        "key_reused" => BallotRefusal.FormUsedTwice,
        _ => throw new InvalidOperationException($"The ballot box answered {outcome}."),
    };

    /// <summary>That and when this person voted, or null. Never what.</summary>
    public async Task<Mark?> MarkAsync(Voter voter, Round round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<Mark>($"""
            select version as "Version", last_at as "LastAt", final as "Final" from register.my_mark({round.Id}, {voter.Id}) where version is not null
            """).ToListAsync(cancel)).SingleOrDefault();

    /// <summary>The person's own ballot, while voting is open; null when none, or when it is over.</summary>
    public async Task<OwnBallot?> OwnAsync(Voter voter, Round round, CancellationToken cancel) =>
        await gate.PaperAsync(round, cancel) is null ? null : await slot.OwnAsync(voter, round.Id, cancel);

    /// <summary>How many people have voted so far: the one figure that may be known before the close.</summary>
    public async Task<long> TurnoutAsync(Round round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<long>($"""select register.turnout({round.Id}) as "Value" """).ToListAsync(cancel)).Single();

    // The database has the last word on the close; this only keeps the reasons in order.
    async Task<bool> IsOverAsync(Round round, CancellationToken cancel) =>
        await gate.PaperAsync(round, cancel) is not { } paper || clock.GetUtcNow() >= paper.ClosesAt;

    async Task<bool> IsFinalAsync(Voter voter, Round round, BallotPaper paper, CancellationToken cancel) =>
        await MarkAsync(voter, round, cancel) is { } mark && !mark.MayChange(paper);
}

/// <summary>That somebody voted: how often, counting changes, and when last.</summary>
/// <param name="Version">Which version of the ballot is in the box.</param>
/// <param name="LastAt">When it came; after the close only the day, and after the certification nothing of it.</param>
/// <param name="Final">Whether it came on paper, which cannot be taken back.</param>
public sealed record Mark(int Version, DateTimeOffset LastAt, bool Final)
{
    public bool MayChange(BallotPaper paper) => paper.Rules.AllowChange && !Final;
}
