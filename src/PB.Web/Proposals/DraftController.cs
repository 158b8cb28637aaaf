using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}")]
public sealed class DraftController(DraftDoor door, DraftBook drafts, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        return idea.IsOpen ? View(DraftForm.Of(idea)) : View(idea.Proposal.IsDraft ? "Late" : "Sent", idea);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(DraftAddress at, DraftForm form, bool later, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        form.Idea = idea;
        if (new DraftReading(ModelState, text).Read(form, idea.Round.Currency) is { } written)
        {
            if (await drafts.SaveAsync(idea.Proposal.Id, written, cancel) is { } refusal)
                return idea.Proposal.IsDraft ? Late(form, refusal) : Redirect(idea.Path);
            if (later) return Redirect($"{idea.Path}/kept");
            SayWhatIsMissing(written, idea);
        }

        return ModelState.IsValid ? Redirect($"{idea.Path}/photos") : View("Edit", form);
    }

    [HttpGet("kept")]
    public async Task<IActionResult> Show(DraftAddress at, CancellationToken cancel) =>
        await door.OpenAsync(at, User, cancel) is not { } idea ? NotFound() : idea.IsOpen ? View("Kept", idea) : Redirect(idea.Path);

    ViewResult Late(DraftForm form, ProposalRefusal refusal)
    {
        ModelState.AddModelError("", text.Of(refusal, form.Idea.Round));
        return View("Edit", form);
    }

    void SayWhatIsMissing(DraftText written, OwnIdea idea)
    {
        var now = new Proposal(idea.Round.Id, written.Provenance, idea.Now);
        now.Credit(written.Provenance, written.ProposerName);
        now.Write(written.Title, written.Description, written.Estimate);
        now.Locate(written.Place, null, null);
        foreach (var part in now.Missing())
            ModelState.AddModelError(ProposalWords.FieldOf(part), text.Of(part));
    }
}
