using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>Finds a comment by the address of its discussion.</summary>
public sealed class CommentDoor(PbContext db, ProposalShelf shelf)
{
    public async Task<Said?> FindAsync(string slug, int number, Guid comment, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        if (await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number, cancel) is not { } proposal) return null;
        return await db.Comments.AsNoTracking().Include(c => c.Acts).SingleOrDefaultAsync(c => c.Id == comment && c.ProposalId == proposal.Id, cancel) is { } found
            ? new Said(round, proposal, found)
            : null;
    }
}
