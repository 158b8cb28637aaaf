using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Web.Grants.Marking;

namespace PB.Web.Grants.Meetings;

/// <summary>Who waits for money, and the question whether the next of them gets what came back.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/reserve")]
public sealed class ReserveController(PbContext db, CallDoor door, MeetingTools tools, ReserveDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, [FromServices] ReserveList reserves, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await tools.RefuseAsync(this, MeetingAct.See, visit) is { } refusal) return refusal;
        var known = await KnownAsync(visit!, cancel);
        var waiting = await reserves.OfAsync(visit!.Call.Id, [], cancel);
        return View(new ReservePage(visit, [.. waiting.Where(place => known.Contains(place.ApplicationId))], await QuestionsAsync(known, cancel))
        {
            MayAnswer = await tools.RefuseAsync(this, MeetingAct.Vote, visit) is null,
            Problem = TempData["Problem"] as string,
        });
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string call, Guid id, bool? isYes, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await tools.RefuseAsync(this, MeetingAct.Vote, visit) is { } refusal) return refusal;
        if ((await QuestionsAsync(await KnownAsync(visit!, cancel), cancel)).All(line => line.Question.Id != id)) return NotFound();
        if (isYes is not { } answer)
            TempData["Problem"] = tools.Text["Press yes or no: nothing was chosen."].Value;
        else if (await desk.AnswerAsync(id, visit!.PersonId, answer, cancel) is { } why)
            TempData["Problem"] = tools.Text.Of(why);
        else
            TempData["Notice"] = tools.Text["Your answer is in. You can change it until it is settled."].Value;
        return Redirect(MeetingPaths.Reserve(fund, call));
    }

    // Whoever has a conflict finds no trace of the group here either.
    Task<List<Guid>> KnownAsync(CallVisit visit, CancellationToken cancel) => db.KnownTo(visit.Call.Id, visit.Reader).Select(own => own.Id).ToListAsync(cancel);

    Task<List<ReserveLine>> QuestionsAsync(List<Guid> known, CancellationToken cancel) => (
        from question in db.Set<ReserveQuestion>().AsNoTracking().Include(one => one.Answers)
        join decision in db.Set<Decision>() on question.DecisionId equals decision.Id
        where known.Contains(decision.ApplicationId)
        join application in db.Applications on decision.ApplicationId equals application.Id
        orderby question.AskedAt descending
        select new ReserveLine(question, application.Title, decision.Amount)).ToListAsync(cancel);
}

/// <param name="Waiting">Who is next, in the order of the votes.</param>
public sealed record ReservePage(CallVisit Visit, IReadOnlyList<Reserve> Waiting, IReadOnlyList<ReserveLine> Questions)
{
    public bool MayAnswer { get; init; }
    public string? Problem { get; init; }
}

public sealed record ReserveLine(ReserveQuestion Question, string Title, Tally.Money Amount);
