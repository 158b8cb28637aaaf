using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Takes reports in from groups, and a coordinator's word on them.</summary>
public sealed class ReportDesk(PbContext db, TimeProvider clock)
{
    public async Task SpendAsync(Guid reportId, string what, Money amount, byte[] receipt, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, _) = await LockedAsync(reportId, cancel);
        db.Add(report.Spend(what, amount, receipt));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task SubmitAsync(Guid reportId, ReportWords words, Guid person, CancellationToken cancel)
    {
        var report = await db.Reports.SingleAsync(r => r.Id == reportId, cancel);
        report.Write(words.Story, words.YoungPeople);
        report.Submit(person, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
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
        if (report.Kind is ReportKind.Final)
            await AskBackAsync(award, report, now, cancel);
        db.Journal.Add(new JournalEntry(coordinator, "Accepted a report", $"awards/{award.Ref}", refused.Count == 0 ? "" : $"Not for what was agreed: {refused.Count}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public async Task AskAsync(Guid reportId, string question, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (report, award) = await LockedAsync(reportId, cancel);
        report.Ask(question);
        db.Journal.Add(new JournalEntry(coordinator, "Asked about a report", $"awards/{award.Ref}", question, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task AskBackAsync(Award award, Report report, DateTimeOffset now, CancellationToken cancel)
    {
        var underspend = Underspend.Of(await db.PaidAsync(award.Id, cancel), report.Evidenced);
        if (underspend.Due == Money.Zero)
            return;
        var back = new MoneyBack(award.Id, MoneyBackReason.Underspend, underspend.Due, now);
        if (underspend.IsWaived)
            back.Waive(null, "Too little to ask for", now);
        db.MoneyBacks.Add(back);
    }

    async Task<(Report, Award)> LockedAsync(Guid reportId, CancellationToken cancel)
    {
        var award = await db.LockedAwardAsync(await db.Reports.Where(r => r.Id == reportId).Select(r => r.AwardId).SingleAsync(cancel), cancel);
        return (await db.Reports.Include(r => r.Lines).SingleAsync(r => r.Id == reportId, cancel), award);
    }
}

/// <param name="YoungPeople">How many young people took part.</param>
public sealed record ReportWords(string Story, int YoungPeople);
