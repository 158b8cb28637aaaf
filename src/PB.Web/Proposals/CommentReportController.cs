using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>Somebody reports a comment to the officers.</summary>
[Authorize]
[Route("rounds/{slug}/proposals/{number:int}/discussion/{comment:guid}/report")]
public sealed class CommentReportController(CommentDoor door, DiscussionBook book, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, int number, Guid comment, CancellationToken cancel) =>
        await door.FindAsync(slug, number, comment, cancel) is { Comment.ShownAt: not null } said ? View(new ReasonForm { Said = said }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, int number, Guid comment, ReasonForm form, CancellationToken cancel)
    {
        if (await door.FindAsync(slug, number, comment, cancel) is not { Comment.ShownAt: not null } said) return NotFound();
        form.Said = said;
        if (!ModelState.IsValid) return View("New", form);
        await book.ReportAsync(comment, User.Id()!.Value, Typed.Lines(form.Because), cancel);
        TempData["Notice"] = text["Thank you. An officer looks at it."].Value;
        return Redirect(ProposalPaths.Discussion(slug, number));
    }
}
