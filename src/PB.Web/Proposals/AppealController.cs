using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>The author of a hidden comment asks that somebody else looks at it.</summary>
[Authorize]
[Route("rounds/{slug}/proposals/{number:int}/discussion/{comment:guid}/appeal")]
public sealed class AppealController(CommentDoor door, DiscussionBook book, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, int number, Guid comment, CancellationToken cancel) =>
        await FindAsync(slug, number, comment, cancel) is { } said ? View(new ReasonForm { Said = said }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, int number, Guid comment, ReasonForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, comment, cancel) is not { } said) return NotFound();
        form.Said = said;
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = await book.AppealAsync(comment, User.Id()!.Value, Typed.Lines(form.Because), cancel) is null
            ? text["Somebody else looks at it, and we write to you."].Value : text["There is nothing to appeal against."].Value;
        return Redirect(ProposalPaths.Discussion(slug, number));
    }

    // Only its author may appeal, so to others there is no such page.
    async Task<Said?> FindAsync(string slug, int number, Guid comment, CancellationToken cancel) =>
        await door.FindAsync(slug, number, comment, cancel) is { } said && said.Comment.PersonId == User.Id() && said.Comment.LastAct is { MayBeAppealed: true } ? said : null;
}
