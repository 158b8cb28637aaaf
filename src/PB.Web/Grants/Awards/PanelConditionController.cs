using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Meetings;
using PB.Web.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>What a group has to do for its money, as the panel wants it: after the meeting, and after people have voted. Adults read it and write nothing.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/conditions")]
public sealed class PanelConditionController(PbContext db, DecisionTools tools, MeetingTools meetings, PanelConditionDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CallAddress address, string reference, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(address, reference, new PanelConditionForm(), _ => true, cancel);
        return refusal ?? View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, PanelConditionForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(address, reference, typed, page => page.MayLead, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && await desk.ProposeAsync(form!.Decision.Id, new ConditionWords(form.Kind, form.Text!), form.Page.Visit.PersonId, cancel) is { } why)
            ModelState.AddModelError("", meetings.Text.Of(why));
        if (!ModelState.IsValid) return View("Index", form);
        return Back(form!, "The panel is asked. You have said yes.");
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(CallAddress address, string reference, Guid id, bool? isYes, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(address, reference, new PanelConditionForm(), page => page.MayVote, cancel);
        if (refusal is not null) return refusal;
        if (form!.All.All(one => one.Id != id)) return NotFound();
        if (isYes is not { } answer)
            ModelState.AddModelError("", meetings.Text["Press yes or no: nothing was chosen."]);
        else if (await desk.AnswerAsync(form.Decision.Id, id, (form.Page.Visit.PersonId, answer), cancel) is { } why)
            ModelState.AddModelError("", meetings.Text.Of(why));
        return ModelState.IsValid ? Back(form, "Your answer is in. You can change it until it is settled.") : View("Index", form);
    }

    RedirectResult Back(PanelConditionForm form, string notice)
    {
        TempData["Notice"] = meetings.Text[notice].Value;
        return Redirect(form.Path);
    }

    async Task<(PanelConditionForm? Form, IActionResult? Refusal)> OpenAsync(CallAddress address, string reference, PanelConditionForm form, Func<DecisionListPage, bool> may, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, may, cancel);
        if (refusal is not null) return (null, refusal);
        if (line!.Decision is not { Outcome: not DecisionOutcome.No } decision) return (null, NotFound());
        (form.Page, form.Line) = (page!, line);
        form.All = await db.Set<PanelCondition>().AsNoTracking().Include(one => one.Answers).Where(one => one.DecisionId == decision.Id).OrderBy(one => one.ProposedAt).ToListAsync(cancel);
        form.IsOver = await db.Awards.AnyAsync(award => award.DecisionId == decision.Id, cancel);
        return (form, null);
    }
}

public sealed class PanelConditionForm
{
    [Display(Name = "What should they do?")]
    [Required(ErrorMessage = "Write down what they should do")]
    [StringLength(500, ErrorMessage = "Write it in 500 characters or fewer")]
    public string? Text { get; set => field = Typed.Lines(value); }

    public ConditionKind Kind { get; set; }

    internal DecisionListPage Page { get; set; } = null!;
    internal ReleaseLine Line { get; set; } = null!;
    internal IReadOnlyList<PanelCondition> All { get; set; } = [];

    /// <summary>The offer is written down.</summary>
    internal bool IsOver { get; set; }

    internal Decision Decision => Line.Decision!;

    internal string Path => $"{Page.Path}/{Line.Application.Ref}/conditions";
}
