using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.People;

namespace PB.Web.People;

/// <summary>Reads what would become of somebody's things if they deleted their account now.</summary>
public sealed class DeletionTable(PbContext db, TakingBack votes, TimeProvider clock)
{
    public async Task<DeletionPage> ReadAsync(Guid me, CancellationToken cancel)
    {
        var open = new List<DeletionPage.OpenVote>();
        foreach (var vote in (await MyPage.VotesAsync(db, me, clock.GetUtcNow(), cancel)).Where(vote => vote.IsOpen))
            open.Add(new(vote.Slug, vote.Round, await votes.MayAsync(me, vote.Slug, cancel)));
        return new DeletionPage
        {
            Ties = await db.TiesOfAsync(me, cancel),
            HasActed = await db.HasActedAsync(me, cancel),
            OpenVotes = open,
            Drafts = await db.Proposals.CountAsync(idea => idea.ProposerId == me && idea.SubmittedAt == null, cancel),
            Ideas = await db.Proposals.CountAsync(idea => idea.ProposerId == me && idea.SubmittedAt != null, cancel),
            Comments = await db.Comments.CountAsync(comment => comment.PersonId == me && !comment.ForTheCouncil, cancel),
            WaitsForDecision = await db.ProvisionalVoters.AnyAsync(claim => claim.Name != null && db.Voters.Any(voter => voter.Id == claim.VoterId && voter.PersonId == me), cancel),
            WasInAFund = await db.Applications.AnyAsync(own => own.LeadId == me || own.AdultId == me, cancel) || await db.PanelMembers.AnyAsync(member => member.PersonId == me, cancel),
        };
    }
}

public sealed record DeletionPage
{
    public required IReadOnlyList<AccountTie> Ties { get; init; }

    /// <summary>Whether the records of the council or a fund have to be able to say who this was.</summary>
    public required bool HasActed { get; init; }

    public required IReadOnlyList<OpenVote> OpenVotes { get; init; }
    public required int Drafts { get; init; }
    public required int Ideas { get; init; }
    public required int Comments { get; init; }

    /// <summary>Whether two people still have to decide on a vote of theirs.</summary>
    public required bool WaitsForDecision { get; init; }

    public required bool WasInAFund { get; init; }

    /// <param name="Slug">The round.</param>
    /// <param name="Round">Its title.</param>
    /// <param name="MayGo">Whether the vote can still be taken back.</param>
    public sealed record OpenVote(string Slug, string Round, bool MayGo);
}
