using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Web.Look;

namespace PB.Web.Grants.Marking;

/// <summary>One criterion at a time.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/marking/{reference}/{number:int}")]
public sealed class MarkController(CardTable table, MarkingDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(CardAddress address, int number, CancellationToken cancel)
    {
        var (page, refusal) = await table.OpenAsync(this, address, cancel);
        if (refusal is not null) return refusal;
        return page!.Criteria.SingleOrDefault(c => c.Number == number) is { } criterion ? View(Form(page, criterion)) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(CardAddress address, int number, MarkForm form, CancellationToken cancel)
    {
        var (page, refusal) = await table.OpenAsync(this, address, cancel);
        if (refusal is not null) return refusal;
        if (page!.Criteria.SingleOrDefault(c => c.Number == number) is not { } criterion) return NotFound();
        (form.Page, form.Criterion) = (page, criterion);
        if (form.Value is not ("?" or "0" or "1" or "2" or "3" or "4" or "5"))
            ModelState.AddModelError(nameof(form.Value), text["Choose a mark, or say that you can’t tell"]);
        else if (await desk.AnswerAsync(page.Application.Id, page.Visit.PersonId, (criterion.Id, form.Value is "?" ? null : form.Value[0] - '0'), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("Edit", form);
        return Redirect(number < page.Criteria.Count ? MarkingPaths.Mark(page.Visit, page.Reference, number + 1) : MarkingPaths.Card(page.Visit, page.Reference));
    }

    static MarkForm Form(CardPage page, Criterion criterion) => new()
    {
        Page = page,
        Criterion = criterion,
        Value = page.MarkOf(criterion) is { } mark ? mark.Value is { } value ? $"{value}" : "?" : null,
    };
}

public sealed class MarkForm
{
    /// <summary>0 to 5, or a question mark for "I can't tell".</summary>
    public string? Value { get; set; }

    internal CardPage Page { get; set; } = null!;

    internal Criterion Criterion { get; set; } = null!;
}
