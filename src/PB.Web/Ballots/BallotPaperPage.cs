using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Ballots;

/// <summary>The projects on a ballot with what is missing, and the lots that gave their numbers.</summary>
public sealed record BallotPaperPage(Round Round, IReadOnlyList<ProjectFacts> Projects, IReadOnlyList<DrawnLot> Lots)
{
    /// <summary>How many ideas no officer has decided on.</summary>
    public required int Undecided { get; init; }

    /// <summary>How many appeals wait for an answer.</summary>
    public required int Appeals { get; init; }

    public required DateTimeOffset Now { get; init; }

    public NumberLotForm Form { get; init; } = new();

    public bool IsFrozen => !Round.IsBeforeVoting(Now);

    public int Incomplete => Projects.Count(project => project.Gaps().Any());

    /// <summary>How many projects have a number that no lot gave.</summary>
    public int Undrawn => Projects.Count - Projects.Count(project => Lots.Any(lot => lot.Numbers.Any(number => number.Number == project.Number)));

    public NumberDrawRefusal? WhyNoDraw => Round.WhyNoDraw(Now) ?? (Undrawn == 0 ? NumberDrawRefusal.NothingToNumber : null);

    public static async Task<BallotPaperPage> ReadAsync(PbContext db, Round round, DateTimeOffset now, CancellationToken cancel) => new(
        round,
        await ProjectFacts.Of(db, db.OnTheBallot(round.Id)).AsNoTracking().ToListAsync(cancel),
        await DrawnLot.OfAsync(db, round.Id, cancel))
    {
        Undecided = await db.ToBeChecked(round.Id).CountAsync(idea => !db.ScreeningDecisions.Any(decision => decision.ProposalId == idea.Id), cancel),
        Appeals = await db.Appeals.CountAsync(
            appeal => appeal.MadeAt != null && appeal.AnsweredAt == null && db.Proposals.Any(idea => idea.Id == appeal.ProposalId && idea.RoundId == round.Id), cancel),
        Now = now,
    };
}
