using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Approvals;
using PB.Data;
using PB.Rounds;
using PB.Web.Journal;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Approvals;

/// <summary>The second person's side.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("desk/approvals")]
public sealed class ApprovalController(PbContext db, TwoPeople two, IAuthorizationService doors, ApprovalTools tools) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var all = await ApprovalsPage.ReadAsync(db, tools.Now, cancel);
        return View(new ApprovalsPage(await TheirsAsync(all.Waiting, cancel), await TheirsAsync(all.Decided, cancel)));
    }

    [HttpGet("{id:guid}"), ReadsPersonalData("Looked at a request for a second person")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await PageAsync(id, new DecisionForm(), cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, [Bind(Prefix = "Form")] DecisionForm form, CancellationToken cancel)
    {
        if (await PageAsync(id, form, cancel) is not { } page)
            return NotFound();
        if (ApprovalPolicies.DecidesAs(User, page.Request.Act) is not { } role || !page.MayDecide && !page.IsOwn && page.IsOpen)
            return Forbid();
        if (ModelState.IsValid && await DecideAsync(page, new Officer(User.Id()!.Value, role)) is { } refusal)
            ModelState.AddModelError("", tools.Words.Sentence(refusal));
        if (!ModelState.IsValid)
            return View("Edit", page);
        TempData["Notice"] = tools.Words[form.Approve is true ? "You approved it, and it is done." : "You declined it. Nothing was changed."].Value;
        return Redirect(ApprovalPaths.Of(id));
    }

    async Task<ApprovalRefusal?> DecideAsync(ApprovalPage page, Officer by) =>
        page.Form.Shown != page.Hash
            ? ApprovalRefusal.NotWhatWasShown
            : await two.DecideAsync(page.Request, $"rounds/{page.Round.Slug}", by, page.Form.Approve is true, page.Form.Answer!.Trim());

    async Task<ApprovalPage?> PageAsync(Guid id, DecisionForm form, CancellationToken cancel)
    {
        if (await ApprovalPage.ReadAsync(db, id, cancel) is not { } page)
            return null;
        var own = page.Request.RequestedBy == User.Id();
        var isFromHere = await IsFromHereAsync(page.Request.Act, page.Round);
        return own || isFromHere || User.IsInRole(PB.People.Role.Administrator)
            ? page with { Form = form, IsOwn = own, IsOpen = page.Request.IsOpenAt(tools.Now), MayDecide = isFromHere && !own && page.Request.IsOpenAt(tools.Now) }
            : null;
    }

    // Whoever may decide; a manager in the rounds that they look after.
    async Task<bool> IsFromHereAsync(ApprovedAct act, Round round) =>
        ApprovalPolicies.DecidesAs(User, act) is { } role && (role != PB.People.Role.NeighbourhoodManager || await doors.MayAsync(User, RoundAct.LookAfter, round));

    // The list leads nowhere that somebody may not go.
    async Task<IReadOnlyList<ApprovalsPage.Line>> TheirsAsync(IReadOnlyList<ApprovalsPage.Line> lines, CancellationToken cancel)
    {
        if (User.IsInRole(PB.People.Role.Administrator)) return lines;
        var ids = lines.Select(line => line.Round.Id).ToArray();
        var rounds = await db.Rounds.AsNoTracking().Include(round => round.Neighbourhoods).Where(round => ids.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancel);
        var theirs = new List<ApprovalsPage.Line>();
        foreach (var line in lines)
            if (line.By.Id == User.Id() || await IsFromHereAsync(line.Act, rounds[line.Round.Id]))
                theirs.Add(line);
        return theirs;
    }
}

/// <summary>What deciding works with.</summary>
public sealed class ApprovalTools(IStringLocalizer<Words> words, TimeProvider clock)
{
    internal IStringLocalizer<Words> Words => words;
    internal DateTimeOffset Now => clock.GetUtcNow();
}
