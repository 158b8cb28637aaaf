using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Screening;

/// <summary>How the checks of a round are done and how far they are, for everybody; who is late, but nothing of what was answered.</summary>
[AllowAnonymous]
[Route("rounds/{slug}/checks")]
public sealed class ChecksController(PbContext db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var found = await (
            from round in db.Rounds.AsNoTracking()
            where round.Slug == slug && round.AnnouncedAt != null
            join plan in db.ScreeningPlans.AsNoTracking() on round.Id equals plan.RoundId
            join list in db.Checklists.AsNoTracking().Include(list => list.Questions) on plan.ChecklistId equals list.Id
            select new { round, plan, list }).SingleOrDefaultAsync(cancel);
        return found is null ? NotFound() : View(await PageAsync(found.round, found.plan, found.list, cancel));
    }

    async Task<ChecksPage> PageAsync(Round round, ScreeningPlan plan, Checklist list, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var checks = db.ToBeChecked(round.Id);
        return new ChecksPage(round, plan, list)
        {
            Ideas = await checks.CountAsync(cancel),
            Decided = await checks.CountAsync(p => db.ScreeningDecisions.Any(d => d.ProposalId == p.Id), cancel),
            Late = await (
                from assignment in db.Assignments.StillOpen(db, now)
                where assignment.DueAt <= now && checks.Any(p => p.Id == assignment.ProposalId)
                join department in db.Departments on assignment.DepartmentId equals department.Id
                group assignment by department.Name into late
                orderby late.Count() descending, late.Key
                select new ChecksPage.LateLine(late.Key, late.Count())).ToListAsync(cancel),
        };
    }
}

public sealed record ChecksPage(Round Round, ScreeningPlan Plan, Checklist Checklist)
{
    public required int Ideas { get; init; }
    public required int Decided { get; init; }
    public required IReadOnlyList<LateLine> Late { get; init; }

    public sealed record LateLine(string Department, int Answers);
}
