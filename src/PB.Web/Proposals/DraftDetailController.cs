using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/details")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/details")]
public sealed class DraftDetailController(DraftDoor door, DraftBook drafts, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenWholeAsync(at, User, cancel) is not { } idea) return NotFound();
        if (!idea.IsOpen) return Redirect(idea.Path);
        var form = new DraftDetailForm().In(idea);
        form.Fill(idea.Proposal.Details(), idea.Round.Currency);
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(DraftAddress at, DraftDetailForm form, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (new DetailsReading(ModelState, text).Read(form, idea.Round.Currency) is not { } details) return View("Edit", form.In(idea));
        return await drafts.DetailAsync(idea.Proposal.Id, details, cancel) is null ? Redirect($"{idea.Path}/check") : Redirect(idea.Path);
    }
}
