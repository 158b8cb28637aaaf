using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Applications;

/// <summary>Writes down what somebody says about their own stake in an application.</summary>
public sealed class InterestDesk(PbContext db, TimeProvider clock)
{
    /// <returns>Why it is not taken: a conflict of interest is not lowered by oneself.</returns>
    public async Task<InterestRefusal?> DeclareAsync(Guid applicationId, Guid personId, ConflictWords words, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.applications where id = {applicationId} for update""").ToListAsync(cancel);
        var now = clock.GetUtcNow();
        if (await db.InConflict(applicationId).ContainsAsync(personId, cancel))
            return InterestRefusal.ConflictStays;
        if (words is { Level: ConflictLevel.Conflict, Reason: null })
            return InterestRefusal.NoReason;
        db.ConflictDeclarations.Add(new ConflictDeclaration(applicationId, personId, words, now));
        var subject = await (from application in db.Applications
                             where application.Id == applicationId
                             join call in db.Calls on application.CallId equals call.Id
                             join fund in db.Funds on call.FundId equals fund.Id
                             select $"funds/{fund.Slug}/calls/{call.Slug}").SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(personId, "Said how they stand to an application", subject, "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why a declaration is not taken.</summary>
public enum InterestRefusal
{
    /// <summary>Nobody takes back their own.</summary>
    ConflictStays,
    NoReason,
}
