using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Takes a table of ideas into a round: what can be read is kept, what cannot is named, and what is there already is not doubled.</summary>
public sealed class ProposalImport(PbContext db, TimeProvider clock)
{
    /// <param name="round">Where they go.</param>
    /// <param name="file">A CSV file: see <see cref="ProposalFile"/>.</param>
    /// <param name="by">Who does it; null from the command line.</param>
    /// <param name="tryOnly">Whether to say only what would be done.</param>
    /// <param name="cancel">Stops it; then nothing is kept.</param>
    public async Task<(ImportReport? Report, ProposalRefusal? Refusal)> RunAsync(Round round, TextReader file, Guid? by, bool tryOnly, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockRoundAsync(round.Id, cancel);
        var now = clock.GetUtcNow();
        if (!round.IsDraft && !round.IsBeforeVoting(now))
            return (null, ProposalRefusal.VotingHasOpened);
        var reading = ProposalFile.Read(file, round.Currency);
        var known = (await db.Proposals.Where(p => p.RoundId == round.Id && p.Reference != null).Select(p => p.Reference!).ToListAsync(cancel)).ToHashSet();
        var fresh = reading.Good.Where(row => row.Reference.Length == 0 || !known.Contains(row.Reference)).ToList();
        if (!tryOnly && fresh.Count > 0)
        {
            await TakeInAsync(round, fresh, now, cancel);
            db.Journal.Add(new JournalEntry(by, "Imported proposals from a file", $"rounds/{round.Slug}", $"{fresh.Count} taken in, {reading.Bad.Count} lines refused", now));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return (new ImportReport(tryOnly, fresh.Count, reading.Good.Count - fresh.Count, reading.Bad), null);
    }

    async Task TakeInAsync(Round round, List<IdeaRow> rows, DateTimeOffset now, CancellationToken cancel)
    {
        var number = await db.NextNumberAsync(round.Id, cancel);
        foreach (var row in rows)
        {
            var proposal = new Proposal(round.Id, row.Text.Provenance, now);
            proposal.BelongTo(null, row.Text.ProposerName, row.Email, null);
            proposal.Bring(number++, row, now);
            db.Proposals.Add(proposal);
        }
    }
}

/// <summary>What an import did, or would do.</summary>
/// <param name="TryOnly">Whether nothing was kept.</param>
/// <param name="TakenIn">How many rows are new proposals.</param>
/// <param name="ThereAlready">How many rows have a reference that the round knows.</param>
/// <param name="Bad">The lines that cannot be read.</param>
public sealed record ImportReport(bool TryOnly, int TakenIn, int ThereAlready, IReadOnlyList<BadRow> Bad);
