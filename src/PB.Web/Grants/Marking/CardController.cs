using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Marking;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Marking;

/// <summary>A member's whole card: looked through, handed in, taken back.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/marking/{reference}")]
public sealed class CardController(CardTable table, MarkingDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(CardAddress address, CancellationToken cancel)
    {
        var (page, refusal) = await table.OpenAsync(this, address, cancel);
        return refusal ?? View(new CardForm { Page = page!, Comment = page!.Card?.Comment, Note = page.Card?.Note });
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(CardAddress address, CardForm form, CancellationToken cancel)
    {
        var (page, refusal) = await table.OpenAsync(this, address, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        var words = (Typed.Lines(form.Comment), Typed.Lines(form.Note));
        if (ModelState.IsValid && await desk.HandInAsync(page!.Application.Id, page.Visit.PersonId, words, cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["Your card is in."].Value;
        return Redirect(MarkingPaths.Home(page!.Visit));
    }

    [HttpPost("taking-back")]
    public async Task<IActionResult> Destroy(CardAddress address, CancellationToken cancel)
    {
        var (page, refusal) = await table.OpenAsync(this, address, cancel);
        if (refusal is not null) return refusal;
        if (await desk.TakeBackAsync(page!.Application.Id, page.Visit.PersonId, cancel) is { } why)
        {
            ModelState.AddModelError("", text.Of(why));
            return View("Edit", new CardForm { Page = page, Comment = page.Card?.Comment, Note = page.Card?.Note });
        }

        return Redirect(MarkingPaths.Card(page.Visit, page.Reference));
    }
}

public sealed class CardForm
{
    [Display(Name = "A word for the group")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? Comment { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "A note for yourself")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? Note { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal CardPage Page { get; set; } = null!;
}
