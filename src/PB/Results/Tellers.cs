using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Rounds;

namespace PB.Results;

/// <summary>Count what is in a closed ballot box, and write the count down as the round's next result. Nobody's earlier result changes.</summary>
public sealed class Tellers(PbContext db, BallotGate gate, TimeProvider clock)
{
    public async Task<Result> CountAsync(Round round, CancellationToken cancel)
    {
        var paper = await gate.PaperAsync(round, cancel)
            ?? throw new InvalidOperationException($"Round {round.Slug} has ended without a ballot paper.");
        var counted = await RoundCount.BallotsAsync(db, round.Id, cancel);
        var annulled = await RoundCount.AnnulledAsync(db, round.Id, cancel);

        var document = ResultDocument.Of(paper, counted);
        var version = 1 + (await db.Results.Where(earlier => earlier.RoundId == round.Id).MaxAsync(earlier => (int?)earlier.Version, cancel) ?? 0);
        var result = new Result(round.Id, version, paper.Fingerprint(), document.Text(), clock.GetUtcNow());
        if (annulled.Length > 0)
            result.LeaveOut(annulled.Sum(ballot => ballot.Times), [.. ResultDocument.Of(paper, [.. counted, .. annulled]).Count.Funded.Order()]);
        db.Results.Add(result);
        return result;
    }
}
