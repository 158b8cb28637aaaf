using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes in where a group's money goes, shows it to finance officers, and stops payments when it changes until somebody has called back.</summary>
public sealed class BankDesk(PbContext db, BankSafe safe, AwardLetters letters, TimeProvider clock)
{
    public async Task EnterAsync(Guid awardId, BankDetails details, Guid adult, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var now = clock.GetUtcNow();
        var version = await db.BankAccounts.CountAsync(account => account.AwardId == awardId, cancel) + 1;
        db.BankAccounts.Add(new BankAccount(awardId, version, safe.Seal(details), adult, now));
        db.Journal.Add(new JournalEntry(adult, version == 1 ? "Typed in bank details" : "Changed bank details: payments stop until a call back", $"awards/{award.Ref}", "", now));
        if (version > 1)
            await letters.AccountChangedAsync(award, version, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Opens the newest account for a finance officer. What cannot be written down is not shown.</summary>
    public async Task<BankDetails?> ReadAsync(Award award, Guid finance, string why, CancellationToken cancel)
    {
        if (await db.NewestAccountAsync(award.Id, cancel) is not { Sealed.Length: > 0 } account)
            return null;
        db.Journal.Add(new JournalEntry(finance, "Read bank details", $"awards/{award.Ref}", why, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return safe.Open(account);
    }

    /// <summary>A finance officer has called the organisation, on a number known before, and asked about its account.</summary>
    public async Task<CallBackRefusal?> CheckAsync(Guid awardId, Guid finance, string note, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        if (await db.NewestAccountAsync(awardId, cancel) is not { CheckedAt: null } account)
            return CallBackRefusal.NothingToCheck;
        if (account.EnteredBy == finance || await db.BankAccounts.AnyAsync(earlier => earlier.AwardId == awardId && earlier.CheckedBy == finance, cancel))
            return CallBackRefusal.SamePerson;
        var now = clock.GetUtcNow();
        account.Check(finance, note, now);
        db.Journal.Add(new JournalEntry(finance, "Called back about bank details", $"awards/{award.Ref}", note, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why a call back does not count.</summary>
public enum CallBackRefusal
{
    NothingToCheck,

    /// <summary>Whoever typed the account in, or checked the one before, cannot check this one.</summary>
    SamePerson,
}

public static class BankAccountSearch
{
    public static Task<BankAccount?> NewestAccountAsync(this PbContext db, Guid awardId, CancellationToken cancel) =>
        db.BankAccounts.Where(account => account.AwardId == awardId).OrderByDescending(account => account.Version).FirstOrDefaultAsync(cancel);

    /// <summary>Whether nothing may be paid because the account changed and nobody has called back.</summary>
    public static async Task<bool> IsFrozenAsync(this PbContext db, Guid awardId, CancellationToken cancel) =>
        await db.NewestAccountAsync(awardId, cancel) is { Freezes: true };
}
