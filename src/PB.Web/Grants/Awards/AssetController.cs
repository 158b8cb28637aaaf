using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Awards;

/// <summary>Who keeps the things that cost more than £500, and what became of them.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/things")]
public sealed class AssetController(AwardFinder finder, AssetDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Read, cancel);
        return refusal ?? View(new AssetForm { Page = page! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, AssetForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (page!.NeedsRecord.All(line => line.Number != form.Line)) return NotFound();
        var boughtOn = form.Read(ModelState, text);
        if (ModelState.IsValid && !await desk.EnterAsync(page.Award.Id, form.Line, (boughtOn is null ? "" : form.Holder!, boughtOn), User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["This was written down before."]);
        return ModelState.IsValid ? Back(page, text["It is written down."]) : View("Index", form);
    }

    /// <summary>It is sold, given away or broken, and a coordinator agrees.</summary>
    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> Destroy(string fund, string reference, Guid id, string? because, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Approve, cancel);
        if (refusal is not null) return refusal;
        if (page!.Assets.All(asset => asset.Id != id)) return NotFound();
        if (Typed.Lines(because).Length is 0 or > 500)
            ModelState.AddModelError($"because-{id}", text["Say what became of it, in 500 characters or fewer"]);
        else if (!await desk.LetGoAsync(page.Award.Id, id, Typed.Lines(because), User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["This was written down before."]);
        return ModelState.IsValid ? Back(page, text["It is written down."]) : View("Index", new AssetForm { Page = page });
    }

    RedirectResult Back(AwardPage page, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(AwardPaths.Assets(page.Fund.Slug, page.Award.Ref));
    }

    // The group and the fund's adults; nobody else reads who keeps what.
    async Task<(AwardPage?, IActionResult?)> OpenAsync(string fund, string reference, GrantVerb verb, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, verb), cancel);
        return refusal is null && (!page!.IsInside || !page.IsPublic) ? (null, NotFound()) : (page, refusal);
    }
}

public sealed class AssetForm
{
    public int Line { get; set; }

    [Display(Name = "Did you buy it?")]
    [Required(ErrorMessage = "Say whether you bought it")]
    public bool? IsBought { get; set; }

    [Display(Name = "If you did: on which day?")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? BoughtOn { get; set; }

    [Display(Name = "If you did: who keeps it, and where?")]
    [StringLength(200, ErrorMessage = "Say it in 200 characters or fewer")]
    public string? Holder { get; set => field = Typed.Line(value); }

    internal AwardPage Page { get; set; } = null!;

    /// <returns>Null where it was not bought, or something is wrong.</returns>
    internal DateOnly? Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (IsBought is not true)
            return null;
        if (!CivicDay.TryRead(BoughtOn, out var day) || day is null || day > Page.Today)
            faults.AddModelError(nameof(BoughtOn), text["Say on which day you bought it, like 27 3 2027"]);
        if (Holder is not { Length: > 0 })
            faults.AddModelError(nameof(Holder), text["Say who keeps it, and where"]);
        return day;
    }
}
