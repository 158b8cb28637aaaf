using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;
using PB.Screening;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>The appeals that lie before somebody.</summary>
public sealed class AppealsTable(PbContext db, AppealJudges judges, TimeProvider clock)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <param name="user">Who looks.</param>
    /// <param name="one">The decision that is appealed against, where only that is asked for.</param>
    /// <param name="cancel">Ends the work when the reader goes away.</param>
    public async Task<IReadOnlyList<AppealPage>> WaitingAsync(ClaimsPrincipal user, Guid? one, CancellationToken cancel)
    {
        var theirs = await judges.WaitingForAsync(user.Id()!.Value, user.IsInRole(Role.Reviewer), cancel);
        return await (
            from appeal in theirs.AsNoTracking()
            join decision in db.ScreeningDecisions.AsNoTracking() on appeal.DecisionId equals decision.Id
            join proposal in db.Proposals.AsNoTracking() on appeal.ProposalId equals proposal.Id
            join round in db.Rounds.AsNoTracking() on proposal.RoundId equals round.Id
            where round.CancelledAt == null && round.Calendar.VotingFrom > Now && (one == null || appeal.DecisionId == one)
            orderby appeal.DueAt, appeal.DecisionId
            select new AppealPage("", appeal, decision, proposal, round) { Now = Now }).Take(200).ToListAsync(cancel);
    }
}
