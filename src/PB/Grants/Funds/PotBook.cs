using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>The one place where lines are entered into the ledger. No pot ever gives more than is in it, whoever comes at the same moment.</summary>
public sealed class PotBook(PbContext db, TimeProvider clock)
{
    /// <summary>What is in each of a fund's pots, in the order in which they are used.</summary>
    public async Task<IReadOnlyList<PotBalance>> BalancesAsync(Guid fundId, CancellationToken cancel)
    {
        var pots = await db.FundPots.AsNoTracking().Where(pot => pot.FundId == fundId).OrderBy(pot => pot.Order).ToListAsync(cancel);
        return await BalancesAsync(pots, cancel);
    }

    /// <returns>Why the line was not entered: what is left is less.</returns>
    public async Task<PotShort?> EnterAsync(Guid potId, PotEntryKind kind, Money amount, EntryReason why, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var pot = (await LockAsync([potId], cancel)).Single();
        var left = (await BalancesAsync([pot], cancel)).Single().Available;
        if (kind.Sign() < 0 && left < amount)
            return new PotShort(left);
        db.PotEntries.Add(new PotEntry(potId, kind, amount, why, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Deals with what nobody was given or promised by a pot's last day: into another year, or back to the body; inside the caller's transaction.</summary>
    /// <returns>How much that was.</returns>
    public async Task<Money> EndYearAsync(FundPot pot, bool carries, CancellationToken cancel)
    {
        var left = (await BalancesAsync(await LockAsync([pot.Id], cancel), cancel)).Single().Free;
        var (last, now) = (pot.SpendBy!.Value, clock.GetUtcNow());
        if (left > Money.Zero)
            db.PotEntries.Add(new PotEntry(pot.Id, PotEntryKind.CarryOut, left, new EntryReason($"Not given away by {last:yyyy-MM-dd}", null), now));
        await db.SaveChangesAsync(cancel);
        if (carries && left > Money.Zero)
            db.PotEntries.Add(new PotEntry(pot.Id, PotEntryKind.CarryIn, left, new EntryReason($"Carried over from {last:yyyy-MM-dd}", null), now));
        if (carries)
            pot.SpendUntil(last.AddYears(1), pot.CarryRule);
        var fund = await db.Funds.Where(one => one.Id == pot.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(null, carries ? "Carried the money of a pot into another year" : "Gave back the money of a pot that nobody was given", $"funds/{fund}/pots", pot.Name, now));
        await db.SaveChangesAsync(cancel);
        return left;
    }

    /// <summary>Promises an amount to an award, from the pots that fit in their order; inside the caller's transaction.</summary>
    /// <returns>The shares as they were entered; where something is short, nothing was.</returns>
    public async Task<PotShares> CommitAsync(IReadOnlyCollection<Guid> potIds, ReachOfProject project, Money amount, EntryReason why, CancellationToken cancel)
    {
        var pots = await LockAsync(potIds, cancel);
        var shares = PotSplit.Of((await BalancesAsync(pots, cancel)).Select(balance => new PotMoney(balance.Pot, balance.Available)), project, amount);
        if (shares.Missing > Money.Zero)
            return shares;
        var now = clock.GetUtcNow();
        db.PotEntries.AddRange(shares.Shares.Select(share => new PotEntry(share.PotId, PotEntryKind.Commit, share.Amount, why, now)));
        await db.SaveChangesAsync(cancel);
        return shares;
    }

    // In the order of their ids, so that two who come at once wait instead of blocking each other; what is left is read only then.
    async Task<List<FundPot>> LockAsync(IReadOnlyCollection<Guid> potIds, CancellationToken cancel)
    {
        var wanted = potIds.ToArray();
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.pots where id = any({wanted}) order by id for update""").ToListAsync(cancel);
        return await db.FundPots.AsNoTracking().Where(pot => wanted.Contains(pot.Id)).OrderBy(pot => pot.Order).ToListAsync(cancel);
    }

    async Task<IReadOnlyList<PotBalance>> BalancesAsync(List<FundPot> pots, CancellationToken cancel)
    {
        var ids = pots.ConvertAll(pot => pot.Id).ToArray();
        var sums = await db.Database.SqlQuery<Line>($"""
            select pot_id as "PotId", kind as "Kind", sum(amount)::bigint as "Pence" from grants.pot_entries where pot_id = any({ids}) group by pot_id, kind
            """).ToListAsync(cancel);
        var byPot = sums.ToLookup(sum => sum.PotId);
        var promised = (await db.Promised().Where(part => ids.Contains(part.PotId)).ToListAsync(cancel)).ToLookup(part => part.PotId, part => part.Amount);
        return [.. pots.Select(pot => new PotBalance(pot, byPot[pot.Id].ToDictionary(sum => Enum.Parse<PotEntryKind>(sum.Kind), sum => new Money(sum.Pence)))
        {
            Promised = promised[pot.Id].Aggregate(Money.Zero, (sum, amount) => sum + amount),
        })];
    }

    sealed record Line(Guid PotId, string Kind, long Pence);
}

/// <summary>There is less left than was asked for.</summary>
public sealed record PotShort(Money Left);

/// <summary>A pot with the sums of its ledger.</summary>
public sealed record PotBalance(FundPot Pot, IReadOnlyDictionary<PotEntryKind, Money> Sums)
{
    /// <summary>What a panel has decided to give from it, and no offer has taken out yet.</summary>
    public Money Promised { get; init; }

    /// <summary>What nobody was given and nobody was promised; nothing where more is promised than there is.</summary>
    public Money Free => Available > Promised ? Available - Promised : Money.Zero;

    public Money Available => Sums.Aggregate(Money.Zero, (sum, line) => sum + new Money(line.Key.Sign() * line.Value.MinorUnits));

    public Money Allocated => Of(PotEntryKind.Allocate) + Of(PotEntryKind.CarryIn) + Of(PotEntryKind.AdjustUp) - Of(PotEntryKind.AdjustDown) - Of(PotEntryKind.CarryOut);

    public Money Committed => Of(PotEntryKind.Commit) - Of(PotEntryKind.Release);

    public Money Reserved => Of(PotEntryKind.Reserve) - Of(PotEntryKind.Unreserve);

    public Money Paid => Of(PotEntryKind.Pay) - Of(PotEntryKind.Refund);

    Money Of(PotEntryKind kind) => Sums.GetValueOrDefault(kind);
}
