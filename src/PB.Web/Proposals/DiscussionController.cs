using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

[Route("rounds/{slug}/proposals/{number:int}/discussion")]
public sealed class DiscussionController(PbContext db, ProposalShelf shelf, DiscussionBook book, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    [AllowAnonymous]
    public async Task<IActionResult> Index(string slug, int number, bool all, CancellationToken cancel) =>
        await PageAsync(slug, number, cancel) is { } page ? View(page with { All = all }) : NotFound();

    [HttpGet("new")]
    [AllowAnonymous]
    public async Task<IActionResult> New(string slug, int number, Guid? parent, CancellationToken cancel) =>
        await PageAsync(slug, number, cancel) is { } page ? View("Index", page with { Form = new DiscussionForm { Parent = parent } }) : NotFound();

    [HttpPost("")]
    [Authorize]
    public async Task<IActionResult> Create(string slug, int number, DiscussionForm form, CancellationToken cancel)
    {
        if (await PageAsync(slug, number, cancel) is not { } page) return NotFound();
        if (form is { Parent: null, Kind: null or CommentKind.Reply } && !page.IsStaff) ModelState.AddModelError(nameof(form.Kind), text["Say whether it is a question, or an argument for it or against it"]);
        var said = new SaidBy(form.Kind ?? CommentKind.Question, Typed.Lines(form.Text), form.Parent, page.IsStaff);
        if (ModelState.IsValid && await book.SayAsync(page.Proposal, User.Id()!.Value, said, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, page.Rules));
        if (!ModelState.IsValid) return View("Index", page with { Form = form });
        TempData["Notice"] = page.Rules.Moderation is Moderation.Before && !page.IsStaff
            ? text["Thank you. An officer looks at it before everybody can read it."].Value : text["Thank you. Everybody can read it now."].Value;
        return Redirect(ProposalPaths.Discussion(slug, number));
    }

    async Task<DiscussionPage?> PageAsync(string slug, int number, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        return await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number, cancel) is { } proposal
            ? await DiscussionPage.ReadAsync(db, round, proposal, new DiscussionReader(User.Id(), ProposalPolicies.MayWriteForOthers(User), shelf.Now), cancel)
            : null;
    }
}
