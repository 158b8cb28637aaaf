using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>What the council owes to ideas that many people endorse.</summary>
[Authorize(Staffed.Anybody)]
public sealed class OwedAnswerController(PbContext db, ProposalShelf shelf, EndorsementBook book, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("desk/answers")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(new OwedAnswersPage(shelf.Now, await (
        from owed in db.OwedAnswers
        where owed.AnsweredAt == null
        join proposal in db.Proposals on owed.ProposalId equals proposal.Id
        join round in db.Rounds on proposal.RoundId equals round.Id
        orderby owed.DueAt
        select new OwedAnswerLine(round.Slug, round.Title, proposal.Number!.Value, proposal.Title, owed.DueAt) { TimeZone = round.TimeZone }).Take(200).ToListAsync(cancel)));

    [HttpGet("rounds/{slug}/proposals/{number:int}/answer")]
    public async Task<IActionResult> Edit(string slug, int number, CancellationToken cancel) =>
        await FindAsync(slug, number, cancel) is not ({ } round, { } proposal) ? NotFound()
            : ProposalPolicies.MayWriteForOthers(User) ? View(new OwedAnswerForm { Round = round, Proposal = proposal }) : Forbid();

    [HttpPost("rounds/{slug}/proposals/{number:int}/answer")]
    public async Task<IActionResult> Update(string slug, int number, OwedAnswerForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, number, cancel) is not ({ } round, { } proposal)) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        (form.Round, form.Proposal) = (round, proposal);
        if (ModelState.IsValid && await book.AnswerAsync(proposal.Id, User.Id()!.Value, Typed.Lines(form.Text), cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal, round));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["Your answer is published, and its proposer gets it by mail."].Value;
        return Redirect(ProposalPaths.Show(slug, number));
    }

    async Task<(Round?, Proposal?)> FindAsync(string slug, int number, CancellationToken cancel)
    {
        var round = await shelf.RoundAsync(slug, cancel);
        return (round, round is null ? null : await db.Proposals.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number && db.OwedAnswers.Any(owed => owed.ProposalId == p.Id), cancel));
    }
}

public sealed class OwedAnswerForm
{
    [Display(Name = "The council’s answer")]
    [Required(ErrorMessage = "Write the answer: everybody can read it")]
    [StringLength(5000, ErrorMessage = "Write the answer in 5,000 characters or fewer")]
    public string? Text { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Round Round { get; set; } = null!;

    internal Proposal Proposal { get; set; } = null!;
}

public sealed record OwedAnswersPage(DateTimeOffset Now, IReadOnlyList<OwedAnswerLine> Lines);

public sealed record OwedAnswerLine(string Slug, string Round, int Number, string Title, DateTimeOffset DueAt)
{
    public required string TimeZone { get; init; }
}
