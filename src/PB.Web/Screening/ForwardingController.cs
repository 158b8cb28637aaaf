using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>Passing an idea on: to another department, or back to whoever assigned it.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/assignments/{id:guid}/forwarding")]
public sealed class ForwardingController(PbContext db, AssignmentDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) => await ShowAsync(id, new ForwardingForm(), cancel);

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, ForwardingForm form, CancellationToken cancel)
    {
        if (await CardAsync(id, cancel) is not { } card) return NotFound();
        var to = await db.Departments.Where(d => d.Slug == form.To).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel);
        if (to is null && form.To is not (null or ForwardingForm.Back))
            ModelState.AddModelError(nameof(form.To), text["Choose who gets it"]);
        if (ModelState.IsValid && await desk.PassOnAsync(id, card.Officer, to, form.Reason!.Trim(), cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid) return await ShowAsync(id, form, cancel);
        TempData["Notice"] = text["“{0}” is passed on.", card.Proposal.Title].Value;
        return Redirect(ScreeningPaths.Queue);
    }

    Task<AssignmentCard?> CardAsync(Guid id, CancellationToken cancel) => AssignmentCard.ReadAsync(db, id, User.Id()!.Value, clock.GetUtcNow(), cancel);

    async Task<IActionResult> ShowAsync(Guid id, ForwardingForm form, CancellationToken cancel)
    {
        if (await CardAsync(id, cancel) is not { } card) return NotFound();
        form.Card = card;
        ViewData["Departments"] = (await db.Departments.Where(d => d.Id != card.Assignment.DepartmentId).OrderBy(d => d.Name).Select(d => new { d.Slug, d.Name }).ToListAsync(cancel))
            .Select(d => new Choice(d.Slug, d.Name)).Append(new Choice(ForwardingForm.Back, text["Back to whoever assigned it"])).ToArray();
        return View("New", form);
    }
}

public sealed class ForwardingForm
{
    internal const string Back = "-";

    [Display(Name = "Who gets it?")]
    [Required(ErrorMessage = "Choose who gets it")]
    public string? To { get; set; }

    [Display(Name = "Why?")]
    [Required(ErrorMessage = "Say why: whoever gets it reads it")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Reason { get; set; }

    internal AssignmentCard Card { get; set; } = null!;
}
