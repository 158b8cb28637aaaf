using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;

namespace PB.Web.Roll;

/// <summary>A batch of codes and how many of them were used: a number only from ten on, for a class is small.</summary>
public sealed record BatchLine(CodeBatch Batch, int Used, int Void)
{
    const int Fewest = 10;

    public bool MayTellUsed => Used == 0 || Used >= Fewest;

    public static async Task<List<BatchLine>> ReadAsync(PbContext db, Guid round, CancellationToken cancel) =>
        await db.CodeBatches.AsNoTracking().Where(batch => batch.RoundId == round).OrderByDescending(batch => batch.MadeAt)
            .Select(batch => new BatchLine(batch,
                db.LetterCodes.Count(code => code.BatchId == batch.Id && code.VoterId != null),
                db.LetterCodes.Count(code => code.BatchId == batch.Id && code.VoidedAt != null)))
            .ToListAsync(cancel);
}

public sealed record CodeBatchesPage(Round Round, IReadOnlyList<BatchLine> Batches);
