using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Journal;
using PB.Roll;
using PB.Rounds;
using PB.Web.Journal;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>The queue of provisional voters: one person proposes, a second one agrees or sends it back. What they chose is not to be seen.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/voters/provisional")]
public sealed class ProvisionalQueueController(RollDeskTools tools, ProvisionalDesk desk) : Controller
{
    [HttpGet, ReadsPersonalData("Looked at the provisional ballots of a round")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal ?? View(new ProvisionalQueuePage(round!, await tools.Db.ProvisionalVoters.AsNoTracking().Where(voter => voter.RoundId == round!.Id)
            .OrderBy(voter => voter.ConfirmedAt != null).ThenBy(voter => voter.ClaimedAt).ToListAsync(cancel)));
    }

    [HttpGet("{voter:guid}"), ReadsPersonalData("Looked at a provisional voter")]
    public async Task<IActionResult> Edit(string slug, Guid voter, CancellationToken cancel)
    {
        var (page, refusal) = await PageAsync(slug, voter, cancel);
        return refusal ?? View(page);
    }

    [HttpPost("{voter:guid}")]
    public async Task<IActionResult> Update(string slug, Guid voter, [Bind(Prefix = "Form")] ProvisionalDecisionForm form, CancellationToken cancel)
    {
        var (page, refusal) = await PageAsync(slug, voter, cancel);
        if (refusal is not null)
            return refusal;
        await using var held = await tools.Db.HoldRoundAsync(slug, cancel);
        if (page!.Voter.Decision is null)
            Propose(page, form);
        else
            await SecondAsync(page, form, cancel);
        if (!ModelState.IsValid)
            return View("Edit", page with { Form = form });
        await tools.Db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = tools.Words["Your decision is kept."].Value;
        return Redirect(RollPaths.Queue(slug));
    }

    void Propose(ProvisionalPage page, ProvisionalDecisionForm form)
    {
        if (form.Decision is null)
            ModelState.AddModelError("Form.Decision", "Choose whether the ballot counts");
        if (string.IsNullOrWhiteSpace(form.Reason))
            ModelState.AddModelError("Form.Reason", "Write why: the voter reads it");
        if (!ModelState.IsValid)
            return;
        page.Voter.Decide(form.Decision!.Value, form.Reason!.Trim(), User.Id()!.Value, tools.Now);
        tools.Db.Journal.Add(new JournalEntry(User.Id(), $"Proposed for a provisional ballot: {form.Decision}", $"rounds/{page.Round.Slug}", "", tools.Now).About(form.Reason.Trim()));
    }

    async Task SecondAsync(ProvisionalPage page, ProvisionalDecisionForm form, CancellationToken cancel)
    {
        if (page.Voter.DecidedBy == User.Id())
            ModelState.AddModelError("", "This needs a second person: not the one who proposed it");
        else if (form.Agree is null)
            ModelState.AddModelError("Form.Agree", "Choose whether you agree");
        else if (await desk.SecondAsync(page.Round, page.Voter, form.Agree.Value, User.Id()!.Value, cancel) is { } refusal)
            ModelState.AddModelError("", refusal is ProvisionalRefusal.OtherStands
                ? "Somebody else's ballot stands as this person's. Leave that one out first, which needs two people too"
                : "The ballots are being counted: it is too late to decide");
    }

    async Task<(ProvisionalPage?, IActionResult?)> PageAsync(string slug, Guid id, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        if (refusal is not null)
            return (null, refusal);
        var voter = await tools.Db.ProvisionalVoters.SingleOrDefaultAsync(v => v.RoundId == round!.Id && v.VoterId == id && v.ConfirmedAt == null, cancel);
        return voter is null ? (null, NotFound()) : (new(round!, voter, voter.DecidedBy == User.Id()), null);
    }
}

public sealed record ProvisionalQueuePage(Round Round, IReadOnlyList<ProvisionalVoter> Voters);

public sealed record ProvisionalPage(Round Round, ProvisionalVoter Voter, bool IsOwn)
{
    public ProvisionalDecisionForm Form { get; init; } = new();
}

public sealed class ProvisionalDecisionForm
{
    public ProvisionalDecision? Decision { get; set; }

    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Reason { get; set; }

    public bool? Agree { get; set; }
}
