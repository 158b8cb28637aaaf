using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>The second officer's word on a department's answers.</summary>
[Authorize(Staffed.Reviewer)]
[Route("desk/assignments/{id:guid}/acceptance")]
public sealed class AcceptanceController(PbContext db, AssignmentDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, AcceptanceForm form, CancellationToken cancel)
    {
        var officer = User.Id()!.Value;
        if (await AssignmentCard.ReadAsync(db, id, officer, clock.GetUtcNow(), cancel) is not { } card) return NotFound();
        var reason = Typed.Lines(form.Reason);
        if (!form.Accept && reason.Length == 0)
            ModelState.AddModelError("Reason", text["Say why you send it back"]);
        var refusal = !ModelState.IsValid ? (AssignmentRefusal?)null
            : form.Accept ? await desk.AcceptAsync(id, officer, form.Seen, cancel)
            : await desk.SendBackAsync(id, officer, form.Seen, reason, cancel);
        if (refusal is not null)
            ModelState.AddModelError("", text.Of(refusal.Value));
        if (!ModelState.IsValid)
            return View("/Screening/Assignment/Edit.cshtml", AssignmentForm.Of(card));
        TempData["Notice"] = form.Accept ? text["You have accepted the answers of {0}.", card.Department].Value : text["It is back with {0}, to be answered anew.", card.Department].Value;
        return Redirect(ScreeningPaths.Queue);
    }
}

public sealed class AcceptanceForm
{
    public bool Accept { get; set; }

    [Display(Name = "If you send it back, say why")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Reason { get; set; }

    /// <summary>When the answers were given that this officer saw.</summary>
    public DateTimeOffset? Seen { get; set; }
}
