using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>An officer's queue, and answering for the department.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/assignments")]
public sealed class AssignmentController(PbContext db, AssignmentDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(QueueQuery query, CancellationToken cancel) =>
        View(await AssignmentsPage.ReadAsync(db, User.Id()!.Value, query, clock.GetUtcNow(), cancel));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await CardAsync(id, cancel) is { } card ? View(AssignmentForm.Of(card)) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, AssignmentForm form, CancellationToken cancel)
    {
        if (await CardAsync(id, cancel) is not { } card) return NotFound();
        form.Card = card;
        if (form.Read(ModelState, text) is not { } answer) return View("Edit", form);
        if (await desk.AnswerAsync(id, User.Id()!.Value, answer, form.Seen, cancel) is { } refusal)
        {
            ModelState.Clear();
            form.Seen = card.Assignment.AnsweredAt;
            ModelState.AddModelError("", text.Of(refusal));
            return View("Edit", form);
        }

        var alone = await db.AssignmentsWithoutSecond(Guid.Empty).AnyAsync(assignment => assignment.Id == id, cancel);
        TempData["Notice"] = alone
            ? text["Your answers are kept. {0} has no other officer who could accept them, so somebody who looks after the round does.", card.Department].Value
            : text["Your answers are kept. Another officer of {0} has to accept them.", card.Department].Value;
        return Redirect(ScreeningPaths.Queue);
    }

    Task<AssignmentCard?> CardAsync(Guid id, CancellationToken cancel) => AssignmentCard.ReadAsync(db, id, User.Id()!.Value, clock.GetUtcNow(), cancel);
}
