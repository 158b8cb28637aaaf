using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Where a proposer puts right what a check asked for, by the link in the letter.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("mendings/{key}")]
public sealed class MendingController(PbContext db, MendingDesk desk, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string key, CancellationToken cancel) =>
        await PageAsync(key, cancel) is { } page ? View(MendingForm.Of(page)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string key, MendingForm form, CancellationToken cancel)
    {
        if (await PageAsync(key, cancel) is not { } page) return NotFound();
        form.Page = page;
        if (page.IsOpen && form.Read(ModelState, text) is { } mended && await desk.MendAsync(page.Mending.Id, mended, cancel))
        {
            TempData["Notice"] = text["Thank you. Your changes are in, and we check them again."].Value;
            return Redirect($"/mendings/{key}");
        }

        return page.IsOpen ? View("Edit", form) : Redirect($"/mendings/{key}");
    }

    async Task<MendingPage?> PageAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return await (
            from mending in db.Mendings.AsNoTracking()
            where mending.KeyHash == hash
            join proposal in db.Proposals.AsNoTracking() on mending.ProposalId equals proposal.Id
            join round in db.Rounds.AsNoTracking() on proposal.RoundId equals round.Id
            select new MendingPage(key, mending, proposal, round, clock.GetUtcNow())).SingleOrDefaultAsync(cancel);
    }
}

public sealed record MendingPage(string Key, Mending Mending, Proposal Proposal, Round Round, DateTimeOffset Now)
{
    public bool IsOpen => Mending.IsOpenAt(Now) && Proposal.WithdrawnAt is null && Round.IsBeforeVoting(Now);
}

public sealed class MendingForm
{
    [Display(Name = "What is your idea?")]
    [StringLength(5000, ErrorMessage = "Say it in 5,000 characters or fewer")]
    public string? Description { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "Where would it be?")]
    [StringLength(200, ErrorMessage = "Say where in 200 characters or fewer")]
    public string? Place { get; set; }

    [Display(Name = "What do you think it costs?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? Estimate { get; set; }

    [Display(Name = "What does it cost, piece by piece?")]
    [StringLength(4000, ErrorMessage = "Write the costs in 4,000 characters or fewer")]
    public string? CostLines { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "What have you changed?")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? WhatChanged { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal MendingPage Page { get; set; } = null!;

    internal static MendingForm Of(MendingPage page) => new()
    {
        Page = page,
        Description = page.Proposal.Description,
        Place = page.Proposal.Place,
        CostLines = DetailsForm.Written(page.Proposal.Details().Costs, page.Round.Currency),
        Estimate = page.Proposal.Estimate is { } estimate ? Typed.Sum(estimate, page.Round.Currency) : null,
    };

    internal MendedText? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (Typed.Lines(Description).Length == 0) faults.AddModelError(nameof(Description), text["Say what your idea is"]);
        if (Typed.Line(Place).Length == 0) faults.AddModelError(nameof(Place), text["Say where it would be"]);
        if (Typed.Lines(WhatChanged).Length == 0) faults.AddModelError(nameof(WhatChanged), text["Say what you have changed: everybody can read it"]);
        var costs = new DetailsReading(faults, text).Costs(CostLines, Page.Round.Currency);
        var sum = costs.Aggregate(Money.Zero, (all, line) => all + line.Amount);
        if (Typed.Lines(CostLines).Length == 0 && text.WhyNoSum(Typed.Line(Estimate), Page.Round.Currency, out sum) is { } fault) faults.AddModelError(nameof(Estimate), fault);
        return faults.IsValid ? new MendedText(Typed.Lines(WhatChanged), Typed.Lines(Description), Typed.Line(Place), sum, costs) : null;
    }
}
