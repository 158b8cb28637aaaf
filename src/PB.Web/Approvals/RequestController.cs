using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Approvals;
using PB.Data;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Approvals;

/// <summary>Asking for what needs a second person.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("rounds/{slug}/requests")]
public sealed class RequestController(PbContext db, IAuthorizationService doors, AskTools tools, IStringLocalizer<Words> words) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { AnnouncedAt: not null } round)
            return NotFound();
        var acts = new List<ApprovedAct>();
        foreach (var act in Enum.GetValues<ApprovedAct>())
            if (await MayAskAsync(act, round))
                acts.Add(act);
        return acts.Count == 0 && !User.IsInRole(PB.People.Role.Ratifier) ? Forbid() : View(new RequestsPage(round, acts));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string slug, ApprovedAct act, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { AnnouncedAt: not null } round)
            return NotFound();
        return await MayAskAsync(act, round) ? View(new AskPage(round, new AskForm { Act = act })) : Forbid();
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(string slug, [Bind(Prefix = "Form")] AskForm form, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { AnnouncedAt: not null } round)
            return NotFound();
        if (!await MayAskAsync(form.Act, round))
            return Forbid();
        if (!ModelState.IsValid || await tools.Reading.ReadAsync(form, round, ModelState, cancel) is not { } asked)
            return View("New", new AskPage(round, form));

        var id = await tools.TwoPeople.AskAsync(form.Act, $"rounds/{slug}", asked, new Officer(User.Id()!.Value, ApprovalPolicies.AsksAs(User, form.Act)!), cancel);
        TempData["Notice"] = words["A second person has to decide now. Send them the address of this page."].Value;
        return Redirect(ApprovalPaths.Of(id));
    }

    async Task<bool> MayAskAsync(ApprovedAct act, Round round) =>
        ApprovalPolicies.AsksAs(User, act) is { } role && ApprovalPolicies.IsTimeFor(act, round, tools.Clock.GetUtcNow())
        && (role == PB.People.Role.Ratifier || await doors.MayAsync(User, RoundAct.LookAfter, round));
}

/// <summary>What asking works with.</summary>
public sealed class AskTools(TwoPeople two, AskReading reading, TimeProvider clock)
{
    internal TwoPeople TwoPeople => two;
    internal AskReading Reading => reading;
    internal TimeProvider Clock => clock;
}

public sealed record RequestsPage(Round Round, IReadOnlyList<ApprovedAct> Acts);

public sealed record AskPage(Round Round, AskForm Form);
