using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>The shortlist that a panel draws up, side by side with public support.</summary>
[Route("rounds/{slug}/shortlist")]
public sealed class ShortlistController(ShortlistTable table, ShortlistDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel) =>
        await table.ReadAsync(slug, User, cancel) is { } page ? View(page) : NotFound();

    [HttpPost(""), Authorize(Staffed.Manager)]
    public async Task<IActionResult> Create(string slug, ShortlistForm form, CancellationToken cancel)
    {
        var (round, closed) = await table.OpenAsync(this, slug, cancel);
        if (closed is not null)
            return closed;
        if (ModelState.IsValid && await desk.DecideAsync(round!.Id, User.Id()!.Value, form.Order(), cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid)
            return View("Show", (await table.ReadAsync(slug, User, cancel))! with { Form = form });
        TempData["Notice"] = text["The shortlist is published, and those who are not on it are written to."].Value;
        return Redirect(ScreeningPaths.Shortlist(slug));
    }
}

public sealed class ShortlistForm : IValidatableObject
{
    public const int LongestReason = 1000;

    public Guid[] Present { get; set; } = [];
    public int[] Chosen { get; set; } = [];
    public Dictionary<int, string?> Reasons { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from reason in Reasons
        where Typed.Lines(reason.Value).Length > LongestReason
        select new ValidationResult("Write each reason in 1,000 characters or fewer", [$"{nameof(Reasons)}[{reason.Key}]"]);

    internal ShortlistOrder Order() => new(
        Present.ToHashSet(), Chosen.ToHashSet(),
        Reasons.Where(reason => Typed.Lines(reason.Value).Length > 0).ToDictionary(reason => reason.Key, reason => Typed.Lines(reason.Value)));
}
