using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Rounds;
using PB.Screening;
using PB.Web.Journal;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>The second word on a department's answers, where the department has nobody else: by somebody who looks after the round.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/screening/second-opinions/{id:guid}")]
public sealed class SecondOpinionController(PbContext db, ScreeningDoor door, AssignmentDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet(""), ReadsPersonalData("Looked at what a department answered")]
    public async Task<IActionResult> Edit(string slug, Guid id, CancellationToken cancel) =>
        await OpenAsync(slug, id, cancel) is var (form, refusal) && refusal is null ? View(form) : refusal!;

    [HttpPost("")]
    public async Task<IActionResult> Update(string slug, Guid id, AcceptanceForm given, CancellationToken cancel)
    {
        var (form, closed) = await OpenAsync(slug, id, cancel);
        if (closed is not null)
            return closed;
        if (await JudgeAsync(id, given, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid)
            return View("Edit", form);
        TempData["Notice"] = given.Accept ? text["You have accepted the answers of {0}.", form!.Card.Department].Value : text["It is back with {0}, to be answered anew.", form!.Card.Department].Value;
        return Redirect(ScreeningPaths.Round(slug));
    }

    async Task<AssignmentRefusal?> JudgeAsync(Guid id, AcceptanceForm given, CancellationToken cancel)
    {
        var reason = Typed.Lines(given.Reason);
        if (!given.Accept && reason.Length == 0)
            ModelState.AddModelError("Reason", text["Say why you send it back"]);
        return !ModelState.IsValid ? null
            : given.Accept ? await desk.AcceptAsync(id, User.Id()!.Value, given.Seen, cancel)
            : await desk.SendBackAsync(id, User.Id()!.Value, given.Seen, reason, cancel);
    }

    async Task<(AssignmentForm? Form, IActionResult? Refusal)> OpenAsync(string slug, Guid id, CancellationToken cancel)
    {
        var (round, _, refusal) = await door.OpenAsync(this, slug, cancel);
        if (refusal is not null)
            return (null, refusal);
        if (await AssignmentCard.ReadForSecondAsync(db, id, User.Id()!.Value, door.Now, cancel) is not { } card || card.Round.Id != round!.Id)
            return (null, NotFound());
        var form = AssignmentForm.Of(card);
        form.JudgedAt = ScreeningPaths.SecondOpinion(slug, id);
        return (form, null);
    }
}
