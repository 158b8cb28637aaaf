using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.People;
using PB.Results;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Rounds;

namespace PB.Web.Results;

/// <summary>Puts the page of a published result together.</summary>
public sealed class ResultReading(PbContext db, BallotGate gate, IAuthorizationService doors, TimeProvider clock)
{
    /// <returns>Null when there is no such version, or it is not published.</returns>
    public async Task<ResultPage?> ReadAsync(Round round, int? version, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await db.PublishedResultAsync(round.Id, version, cancel) is not { } result)
            return null;
        var paper = (await gate.PaperAsync(round, cancel))!;
        return new ResultPage(round, result, ResultDocument.Read(result.Document), paper)
        {
            Standing = await ResultStanding.ReadAsync(db, round, result, clock.GetUtcNow(), cancel),
            Origins = await ProjectOrigin.OfAllAsync(db, round.Id, cancel),
            Head = await db.NewestHeadAsync(round.Id, cancel),
            PackLevel = await db.Packs.Where(pack => pack.RoundId == round.Id && pack.Version == result.Version).Select(pack => (int?)pack.Level).SingleOrDefaultAsync(cancel),
            Proofs = await db.AssurancesAsync(round.Id, cancel),
            Provisionals = await db.ProvisionalFiguresAsync(round.Id, cancel),
            MayAnswer = await MayAnswerAsync(user, round),
        };
    }

    /// <summary>Whether somebody may answer challenges of this round for the council.</summary>
    public async Task<bool> MayAnswerAsync(ClaimsPrincipal user, Round round) =>
        user.HasSecondFactor() && user.IsInRole(Role.Ratifier) || await doors.MayAsync(user, RoundAct.LookAfter, round);
}
