using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>A proposer asks others to put an idea forward together.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/together")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/together")]
public sealed class TogetherController(DraftDoor door, CoProposers others, PbContext db, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel) =>
        await door.OpenAsync(at, User, cancel) is { } idea ? await AskAsync(new TogetherForm(), idea, cancel) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, TogetherForm form, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        var (name, email) = (Typed.Line(form.Name), Typed.Line(form.Email).ToLowerInvariant());
        if (name.Length == 0) ModelState.AddModelError(nameof(form.Name), text["Write their name"]);
        if (!Typed.IsAddress(email)) ModelState.AddModelError(nameof(form.Email), text["Write an e-mail address such as name@example.com"]);
        if (ModelState.IsValid && await others.AskAsync(idea.Proposal.Id, name, email, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, idea.Round));
        if (!ModelState.IsValid) return await AskAsync(form, idea, cancel);
        TempData["Notice"] = text["We are asking {0} by e-mail.", name].Value;
        return Redirect($"{idea.Path}/together");
    }

    [HttpPost("{other:guid}/removal")]
    public async Task<IActionResult> Destroy(DraftAddress at, Guid other, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (await others.LetGoAsync(idea.Proposal.Id, other, cancel) is null)
            TempData["Notice"] = text["They are taken out."].Value;
        return Redirect($"{idea.Path}/together");
    }

    async Task<IActionResult> AskAsync(TogetherForm form, OwnIdea idea, CancellationToken cancel)
    {
        (form.Idea, form.Asked) = (idea, await db.CoProposers.AsNoTracking().Where(other => other.ProposalId == idea.Proposal.Id).OrderBy(other => other.AskedAt).ToListAsync(cancel));
        return View("New", form);
    }
}
