using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>What a group that was not funded hears: written by a coordinator, read by another one, and only then to be seen by the group.</summary>
[Authorize]
[Route("funds/{fund}/applications/{reference}/feedback")]
public sealed class FeedbackController(PbContext db, AwardFinder finder, FeedbackDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await finder.ApplicationAsync(this, fund, reference, (GrantThing.Decision, GrantVerb.Read), cancel);
        if (refusal is not null) return refusal;
        var feedback = await FindAsync(found!, cancel);
        // The words are there for the group, and for those who write them.
        if (found!.May(GrantThing.Decision, GrantVerb.Write)) return View(FeedbackForm.Of(found, feedback, finder.Now));
        return feedback?.SentAt is not null && finder.Roles.Any(role => role is GrantRole.Applicant or GrantRole.SupportingAdult) ? View(FeedbackForm.Of(found, feedback, finder.Now)) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, FeedbackForm form, CancellationToken cancel)
    {
        var (found, refusal) = await finder.ApplicationAsync(this, fund, reference, (GrantThing.Decision, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        form.Attach(found!, await FindAsync(found!, cancel), finder.Now);
        if (form.Read(ModelState, text) is { } words && await desk.WriteAsync(found!.Application.Id, words, User.Id()!.Value, cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("Show", form);
        TempData["Notice"] = text["Your words are kept. Another coordinator reads them before the group does."].Value;
        return Redirect(AwardPaths.Feedback(fund, reference));
    }

    [HttpPost("sending")]
    public async Task<IActionResult> Update(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await finder.ApplicationAsync(this, fund, reference, (GrantThing.Decision, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        if (await FindAsync(found!, cancel) is not { } feedback) return NotFound();
        if (await desk.SendAsync(found!.Application.Id, User.Id()!.Value, cancel) is { } why)
        {
            ModelState.AddModelError("", text.Of(why));
            return View("Show", FeedbackForm.Of(found, feedback, finder.Now));
        }

        TempData["Notice"] = text["The group can read it now."].Value;
        return Redirect(AwardPaths.Feedback(fund, reference));
    }

    Task<Feedback?> FindAsync(ApplicationCase found, CancellationToken cancel) =>
        db.Feedback.AsNoTracking().Include(f => f.Bands).SingleOrDefaultAsync(f => f.ApplicationId == found.Application.Id, cancel);
}
