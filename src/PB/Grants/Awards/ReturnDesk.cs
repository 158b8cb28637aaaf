using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Enters money that came back, lets go what is not worth asking for, and ends awards.</summary>
public sealed class ReturnDesk(PbContext db, PotBook pots, AwardLetters letters, TimeProvider clock)
{
    public async Task<bool> ReceiveAsync(Guid backId, Receipt receipt, Guid finance, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (back, award) = await LockedAsync(backId, cancel);
        if (!back.IsOpen || receipt.Sum > back.Due)
            return false;
        back.Receive(receipt.Sum, receipt.On, finance);
        foreach (var share in ShareOrder.GiveBack(await PaidByPotAsync(award, cancel), receipt.Sum))
            await pots.EnterAsync(share.PotId, PotEntryKind.Refund, share.Amount, new EntryReason($"Came back of {award.Ref}", finance, award.Id), cancel);
        return await SaveAsync(finance, "Money came back", award, $"{back.Reason}", cancel);
    }

    public async Task<bool> WaiveAsync(Guid backId, string why, Guid officer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (back, award) = await LockedAsync(backId, cancel);
        if (!back.IsOpen)
            return false;
        back.Waive(officer, why, clock.GetUtcNow());
        return await SaveAsync(officer, "Let money go that was due back", award, why, cancel);
    }

    /// <summary>Ends an award. What was promised and not paid goes back to the pots; what was paid and not shown to be spent is asked for.</summary>
    public async Task<EndRefusal?> EndAsync(Guid awardId, EndWords words, Guid person, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        if (await WhyNotAsync(award, words.Ending, cancel) is { } refusal)
            return refusal;
        var (now, paid) = (clock.GetUtcNow(), await db.PaidAsync(awardId, cancel));
        award.End(person, words.Ending, words.Reason, now);
        foreach (var share in ShareOrder.Take(award.PotShares, paid, award.Amount - paid))
            await pots.EnterAsync(share.PotId, PotEntryKind.Release, share.Amount, new EntryReason($"{award.Ref} ended", person, awardId), cancel);
        if (words.Ending is AwardEnding.Terminated)
        {
            await db.AskBackAsync(award, MoneyBackReason.Terminated, now, cancel);
            await letters.StoppedAsync(award, cancel);
        }

        await SaveAsync(person, words.Ending is AwardEnding.Completed ? "Completed an award" : "Stopped an award", award, words.Reason, cancel);
        return null;
    }

    async Task<EndRefusal?> WhyNotAsync(Award award, AwardEnding ending, CancellationToken cancel) => (award.PhaseAt(clock.GetUtcNow()), ending) switch
    {
        (not AwardPhase.Active, _) => EndRefusal.NotActive,
        _ when await db.Payments.AnyAsync(p => p.AwardId == award.Id && p.BatchId != null && p.PaidOn == null && p.FailedAt == null, cancel) => EndRefusal.PaymentUnderWay,
        (_, AwardEnding.Terminated) => null,
        _ when await db.Reports.AnyAsync(report => report.AwardId == award.Id && report.AcceptedAt == null, cancel) => EndRefusal.ReportOpen,
        _ when await db.MoneyBacks.AnyAsync(back => back.AwardId == award.Id && back.WaivedAt == null && back.ReceivedOn == null, cancel) => EndRefusal.MoneyOpen,
        _ => null,
    };

    async Task<IEnumerable<PotShare>> PaidByPotAsync(Award award, CancellationToken cancel)
    {
        var entries = await db.EntriesOfAsync(award.Id, cancel);
        return award.PotShares.Select(share => share with { Amount = Of(share.PotId, PotEntryKind.Pay) - Of(share.PotId, PotEntryKind.Refund) });

        Money Of(Guid pot, PotEntryKind kind) => entries.Where(entry => entry.PotId == pot && entry.Kind == kind).Select(entry => entry.Amount).Sum();
    }

    async Task<bool> SaveAsync(Guid person, string act, Award award, string why, CancellationToken cancel)
    {
        db.Journal.Add(new JournalEntry(person, act, $"awards/{award.Ref}", why, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await db.Database.CurrentTransaction!.CommitAsync(cancel);
        return true;
    }

    async Task<(MoneyBack, Award)> LockedAsync(Guid backId, CancellationToken cancel)
    {
        var award = await db.LockedAwardAsync(await db.MoneyBacks.Where(back => back.Id == backId).Select(back => back.AwardId).SingleAsync(cancel), cancel);
        return (await db.MoneyBacks.SingleAsync(back => back.Id == backId, cancel), award);
    }
}

public sealed record Receipt(Money Sum, DateOnly On);

public sealed record EndWords(AwardEnding Ending, string Reason);

/// <summary>Why an award does not end.</summary>
public enum EndRefusal
{
    NotActive,

    /// <summary>A payment went to the bank and nobody knows yet whether it arrived.</summary>
    PaymentUnderWay,
    ReportOpen,

    /// <summary>Money is due back.</summary>
    MoneyOpen,
}
