using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Changes proposals, each change under the lock of its round.</summary>
public static class ProposalRecords
{
    /// <summary>Locks the round, reads the clock, loads the proposal with its parts, and saves what the change made of it unless that is refused.</summary>
    public static async Task<ProposalRefusal?> ChangeProposalAsync(
        this PbContext db, Guid id, TimeProvider clock, Func<Proposal, Round, DateTimeOffset, Task<ProposalRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var round = await db.LockedRoundOfAsync(id, cancel);
        var now = clock.GetUtcNow();
        if (await change(await db.WholeProposals().SingleAsync(proposal => proposal.Id == id, cancel), round, now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Proposals with all that their versions are made of.</summary>
    public static IQueryable<Proposal> WholeProposals(this PbContext db) =>
        db.Proposals.Include(proposal => proposal.Costs).Include(proposal => proposal.Places).Include(proposal => proposal.Versions).AsSplitQuery();

    /// <summary>The number that the next proposal of a round gets. Ask under the round's lock.</summary>
    public static async Task<int> NextNumberAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        1 + (await db.Proposals.Where(other => other.RoundId == round).MaxAsync(other => other.Number, cancel) ?? 0);

    /// <summary>Where its proposer is written to; null where no address is known.</summary>
    public static async Task<string?> AddressOfProposerAsync(this PbContext db, Proposal proposal, CancellationToken cancel) =>
        proposal.ProposerEmail ?? await db.Users.Where(person => person.Id == proposal.ProposerId).Select(person => person.Email).SingleOrDefaultAsync(cancel);
}
