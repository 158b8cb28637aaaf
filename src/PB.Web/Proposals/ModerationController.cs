using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>What officers have to look at, and what they do about it.</summary>
[Authorize(Staffed.Anybody)]
public sealed class ModerationController(PbContext db, CommentDoor door, DiscussionBook book, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("desk/comments")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        ProposalPolicies.MayWriteForOthers(User) ? View(await CommentsToLookAt.ReadAsync(db, cancel)) : Forbid();

    [HttpGet("rounds/{slug}/proposals/{number:int}/discussion/{comment:guid}/moderation")]
    public async Task<IActionResult> Edit(string slug, int number, Guid comment, CancellationToken cancel)
    {
        if (await door.FindAsync(slug, number, comment, cancel) is not { } said) return NotFound();
        return ProposalPolicies.MayWriteForOthers(User) ? View(await PageAsync(new ReasonForm(), said, cancel)) : Forbid();
    }

    /// <param name="slug">The round.</param>
    /// <param name="number">The proposal.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="form">The reason.</param>
    /// <param name="hide">Whether the comment is hidden after it.</param>
    /// <param name="cancel">Stops it.</param>
    [HttpPost("rounds/{slug}/proposals/{number:int}/discussion/{comment:guid}/moderation")]
    public async Task<IActionResult> Update(string slug, int number, Guid comment, ReasonForm form, bool hide, CancellationToken cancel)
    {
        if (await door.FindAsync(slug, number, comment, cancel) is not { } said) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        if (!ModelState.IsValid) return View("Edit", await PageAsync(form, said, cancel));
        var (officer, because) = (User.Id()!.Value, Typed.Lines(form.Because));
        if (said.Comment.LastAct is not { WaitsForDecision: true })
            await book.ModerateAsync(comment, officer, new ModerationOrder(hide, because), cancel);
        else if (await book.DecideAsync(comment, officer, !hide, because, cancel) is DiscussionRefusal.OwnAct)
            ModelState.AddModelError("", text["You hid this comment yourself, so somebody else has to decide on the appeal."]);
        if (!ModelState.IsValid) return View("Edit", await PageAsync(form, said, cancel));
        TempData["Notice"] = text["Done. Everybody can read what you did, and why."].Value;
        return Redirect("/desk/comments");
    }

    async Task<ModerationPage> PageAsync(ReasonForm form, Said said, CancellationToken cancel) => new(form, said,
        await db.CommentReports.Where(report => report.CommentId == said.Comment.Id).OrderBy(report => report.At).Select(report => report.Because).ToListAsync(cancel));
}
