using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Notes between officers: never public, not even after the decision.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/assignments/{id:guid}/notes")]
public sealed class NoteController(PbContext db, AssignmentDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, NoteForm form, CancellationToken cancel)
    {
        var officer = User.Id()!.Value;
        if (await AssignmentCard.ReadAsync(db, id, officer, clock.GetUtcNow(), cancel) is null) return NotFound();
        var note = Typed.Lines(form.Note);
        TempData["Notice"] = note.Length is 0 or > NoteForm.Longest
            ? text["Write a note of up to 2,000 characters."].Value
            : await desk.NoteAsync(id, officer, note, cancel) is { } refusal ? text.Of(refusal) : text["Your note is kept."].Value;
        return Redirect(ScreeningPaths.Assignment(id));
    }
}

public sealed class NoteForm
{
    internal const int Longest = 2000;

    public string? Note { get; set; }
}
