using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Takes reports in from groups, and a coordinator's word on them.</summary>
public sealed class ReportDesk(PbContext db, ReportLetters letters, TimeProvider clock)
{
    public async Task SpendAsync(Guid reportId, string what, Money amount, byte[] receipt, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, _) = await LockedAsync(reportId, cancel);
        db.Add(report.Spend(what, amount, receipt));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The group sends its report; or sends it once more, with its answer to what a coordinator asked.</summary>
    public async Task<ReportRefusal?> SubmitAsync(Guid reportId, ReportWords words, Guid person, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, award) = await LockedAsync(reportId, cancel);
        if (report.AcceptedAt is not null)
            return ReportRefusal.AcceptedAlready;
        // A late report stays late until it is said who keeps what was bought.
        if (await db.MissesAssetAsync(award, cancel))
            return ReportRefusal.AssetMissing;
        report.Write(words.Story, words.YoungPeople);
        report.Submit(person, words.Answer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>A coordinator lets a report stand, but for the lines that were not for what was agreed.</summary>
    /// <returns>False where there is nothing to look at, or it is one's own.</returns>
    public async Task<bool> AcceptAsync(Guid reportId, IReadOnlyCollection<int> refused, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, award) = await LockedAsync(reportId, cancel);
        if (report is not { SubmittedAt: not null, AcceptedAt: null } || report.SubmittedBy == coordinator)
            return false;
        var now = clock.GetUtcNow();
        foreach (var line in report.Lines)
            line.Refuse(refused.Contains(line.Number));
        report.Accept(coordinator, now);
        await db.SaveChangesAsync(cancel);
        if (report.Kind is ReportKind.Final)
            await db.AskBackAsync(award, MoneyBackReason.Underspend, now, cancel);
        db.Journal.Add(new JournalEntry(coordinator, "Accepted a report", $"awards/{award.Ref}", refused.Count == 0 ? "" : $"Not for what was agreed: {refused.Count}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>A coordinator asks the group something about a report that is in: the group has so many working days to answer.</summary>
    /// <returns>False where there is nothing to ask about, or the group has a question to answer already.</returns>
    public async Task<bool> AskAsync(Guid reportId, string question, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, award) = await LockedAsync(reportId, cancel);
        if (report is not { SubmittedAt: not null, AcceptedAt: null, IsQueried: false })
            return false;
        var now = clock.GetUtcNow();
        report.Ask(question, WorkingDays.After(DateOnly.FromDateTime(now.UtcDateTime), Report.AnswerDays), now);
        await letters.AskedAsync(report, award, now, cancel);
        db.Journal.Add(new JournalEntry(coordinator, "Asked about a report", $"awards/{award.Ref}", question, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    async Task<(Report, Award)> LockedAsync(Guid reportId, CancellationToken cancel)
    {
        var award = await db.LockedAwardAsync(await db.Reports.Where(r => r.Id == reportId).Select(r => r.AwardId).SingleAsync(cancel), cancel);
        return (await db.Reports.Include(r => r.Lines).SingleAsync(r => r.Id == reportId, cancel), award);
    }
}

/// <param name="YoungPeople">How many young people took part.</param>
/// <param name="Answer">What the group answers to a coordinator's question; empty where there is none.</param>
public sealed record ReportWords(string Story, int YoungPeople, string Answer = "");

/// <summary>Why a report is not taken in.</summary>
public enum ReportRefusal
{
    AcceptedAlready,

    /// <summary>Nobody has said yet who keeps a thing that cost more than £500.</summary>
    AssetMissing,
}
