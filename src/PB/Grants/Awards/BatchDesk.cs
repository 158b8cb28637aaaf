using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Puts approved payments into a file for the bank, and takes in what the bank did.</summary>
public sealed class BatchDesk(PbContext db, BankDesk accounts, PotBook pots, AwardLetters letters)
{
    /// <summary>What can go out: approved by all, the award running, its account checked and not changed since.</summary>
    public IQueryable<Payment> ReadyIn(Guid fundId) =>
        from payment in db.Payments
        join award in db.Awards on payment.AwardId equals award.Id
        where award.FundId == fundId && award.EndedAt == null && !db.Held().Any(one => one.AwardId == award.Id) && payment.BatchId == null && payment.FailedAt == null
            && payment.FinanceId != null && (payment.OfficerId != null || !payment.NeedsOfficer)
            && db.BankAccounts.Where(account => account.AwardId == award.Id).OrderByDescending(account => account.Version).Select(account => account.CheckedAt).FirstOrDefault() != null
        orderby award.Ref, payment.Number
        select payment;

    /// <summary>Makes a batch of all that is ready.</summary>
    /// <param name="write">Makes the file of the lines. It is handed out once and not kept.</param>
    /// <returns>Null where nothing is ready.</returns>
    public async Task<(PaymentBatch Batch, byte[] File)?> MakeAsync(Fund fund, Guid finance, Func<IReadOnlyList<BatchLine>, byte[]> write, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.funds where id = {fund.Id} for no key update", cancel);
        var ready = await ReadyIn(fund.Id).ToListAsync(cancel);
        if (ready.Count == 0)
            return null;
        var now = letters.Now;
        var batch = new PaymentBatch(fund.Id, await db.PaymentBatches.CountAsync(b => b.FundId == fund.Id, cancel) + 1, finance, now);
        var lines = new List<BatchLine>();
        foreach (var payment in ready)
            lines.Add(await LineAsync(payment, batch, finance, cancel));
        var file = write(lines);
        batch.Seal(lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount), SHA256.HashData(file));
        db.PaymentBatches.Add(batch);
        db.Journal.Add(new JournalEntry(finance, "Sent payments to the bank", $"funds/{fund.Slug}/batches/{batch.Number}", Convert.ToHexStringLower(batch.Hash), now));
        await db.SaveChangesAsync(cancel);
        ready.ForEach(payment => payment.Send(batch.Id));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (batch, file);
    }

    async Task<BatchLine> LineAsync(Payment payment, PaymentBatch batch, Guid finance, CancellationToken cancel)
    {
        var award = await db.Awards.SingleAsync(a => a.Id == payment.AwardId, cancel);
        var details = await accounts.ReadAsync(award, finance, $"For payment batch {batch.Number}", cancel) ?? throw new InvalidOperationException($"Award {award.Ref} has no account.");
        return new BatchLine(PaymentReference.Of(award.Ref, payment.Number), details, payment.Amount);
    }

    /// <summary>Takes one line of the bank's answer in.</summary>
    public async Task<PaidRefusal?> TakeInAsync(Fund fund, PaidLine line, Guid finance, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await FindAsync(fund, line, cancel) is not { } payment)
            return PaidRefusal.Unknown;
        var award = await db.LockedAwardAsync(payment.AwardId, cancel);
        await db.Entry(payment).ReloadAsync(cancel);
        if (WhyNot(payment, line) is { } refusal)
            return refusal;
        var now = letters.Now;
        if (line.FailReason.Length > 0)
            payment.Fail(line.FailReason, now);
        else
            await PayAsync(award, payment, line, finance, cancel);
        await letters.PaymentAsync(award, payment, cancel);
        db.Journal.Add(new JournalEntry(finance, line.FailReason.Length > 0 ? "A payment failed" : "A payment arrived", $"awards/{award.Ref}/{payment.Number}", line.FailReason, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    static PaidRefusal? WhyNot(Payment payment, PaidLine line) => payment.Phase switch
    {
        PaymentPhase.Paid => PaidRefusal.PaidAlready,
        not PaymentPhase.Sent => PaidRefusal.NotSent,
        _ when payment.Amount != line.Amount => PaidRefusal.OtherSum,
        _ => null,
    };

    async Task PayAsync(Award award, Payment payment, PaidLine line, Guid finance, CancellationToken cancel)
    {
        var before = await db.PaidAsync(award.Id, cancel);
        payment.Pay(line.PaidOn!.Value, line.BankReference);
        foreach (var share in ShareOrder.Take(award.PotShares, before, payment.Amount))
            await pots.EnterAsync(share.PotId, PotEntryKind.Pay, share.Amount, new EntryReason($"Paid {line.Reference}", finance, award.Id, payment.Id), cancel);
    }

    Task<Payment?> FindAsync(Fund fund, PaidLine line, CancellationToken cancel) => (
        from payment in db.Payments
        join award in db.Awards on payment.AwardId equals award.Id
        where award.FundId == fund.Id && payment.FailedAt == null && award.Ref + "-P" + payment.Number == line.Reference && award.LeadAcceptedAt != null
        select payment).SingleOrDefaultAsync(cancel);
}
