using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Rounds;
using PB.Screening;
using PB.Web.Look;
using PB.Web.Rounds.Setup;

namespace PB.Web.Screening;

/// <summary>The step of a set-up that says whether departments check the ideas, by which questions and in what time.</summary>
[Route("rounds/{slug}/setup/screening")]
public sealed class ScreeningPlanController(StepTools tools) : StepController<ScreeningPlanForm>(tools)
{
    // A form can only be shown after its choices were looked up.
    ScreeningPlan? plan;

    protected override ScreeningPlanForm Read(Round round) => new();

    protected override async Task PrepareAsync(ScreeningPlanForm form, Round round, CancellationToken cancel)
    {
        ViewData["Checklists"] = (await Db.Checklists.AsNoTracking().OrderBy(list => list.Name).ThenByDescending(list => list.Version).ToListAsync(cancel))
            .Select(list => new Choice($"{list.Id}", Words["{0}, version {1}", list.Name, list.Version]))
            .Prepend(new Choice("", Words["No departments: one officer decides on each idea"])).ToArray();
        plan ??= await Db.ScreeningPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id, cancel);
        if (HttpMethods.IsGet(Request.Method) && plan is not null)
            form.Take(plan);
    }

    protected override async Task<bool> WriteAsync(ScreeningPlanForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        plan = await Db.ScreeningPlans.SingleOrDefaultAsync(p => p.RoundId == round.Id, cancel);
        var wanted = await Db.Checklists.Include(list => list.Questions).SingleOrDefaultAsync(list => list.Id == form.Checklist, cancel);
        if (form.Checklist is not null && wanted is null)
            Complain(nameof(form.Checklist), "Choose a checklist from the list");
        if (form.PublicationDays < form.AppealDays + form.AppealAnswerDays)
            Complain(nameof(form.PublicationDays), "Publish the decisions at least {0} days before voting opens, so that appeals are answered by then", form.AppealDays! + form.AppealAnswerDays!);
        if (!ModelState.IsValid)
            return false;

        await TakeConditionsAsync(round, wanted, now, cancel);
        if (wanted is null && plan is not null)
            Db.ScreeningPlans.Remove(plan);
        else if (wanted is not null && plan is null)
            Db.ScreeningPlans.Add(new ScreeningPlan(round.Id, wanted.Id, form.Times()));
        else
            plan?.Change(wanted!.Id, form.Times());
        return true;
    }

    // What a checklist asks is published with the round; what its managers added themselves stays.
    async Task TakeConditionsAsync(Round round, Checklist? wanted, DateTimeOffset now, CancellationToken cancel)
    {
        var old = plan is null ? [] : (await Db.Checklists.AsNoTracking().Include(list => list.Questions).SingleAsync(list => list.Id == plan.ChecklistId, cancel)).Conditions;
        var conditions = wanted?.Conditions ?? [];
        var own = round.Criteria.OrderBy(criterion => criterion.Position).Select(criterion => criterion.Text).Except(old);
        round.SetCriteria(conditions.Concat(own.Except(conditions)).ToList(), now);
    }
}
