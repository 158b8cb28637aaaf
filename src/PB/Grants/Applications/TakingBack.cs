using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.PublicVotes;
using PB.Grants.Recordings;

namespace PB.Grants.Applications;

static class TakingBack
{
    /// <summary>Takes an application back: its film goes, and what stands on no ballot paper yet.</summary>
    public static async Task TakeBackAsync(this PbContext db, Application application, DateTimeOffset now, CancellationToken cancel)
    {
        application.Withdraw(now);
        await db.Set<Recording>().Where(recording => recording.ApplicationId == application.Id).ExecuteDeleteAsync(cancel);
        // What stands on a ballot paper already stays there: then no decision is made on it.
        var projects = await db.Proposals.Where(p => db.Set<BallotPlan>().Any(plan => plan.ApplicationId == application.Id && plan.ProposalId == p.Id)
            && db.Rounds.Any(r => r.Id == p.RoundId && r.Calendar.VotingFrom > now)).ToListAsync(cancel);
        foreach (var project in projects)
            project.Withdraw(now);
    }
}
