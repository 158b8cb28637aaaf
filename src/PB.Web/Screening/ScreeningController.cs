using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

[Authorize(Staffed.Reviewer)]
[Route("rounds/{slug}/proposals/{number:int}/screening")]
public sealed class ScreeningController(
    ScreeningTable table, ScreeningDesk desk, ScreeningLetters letters, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, int number, CancellationToken cancel)
    {
        if (await table.PageAsync(slug, number, cancel) is not { } page) return NotFound();
        var cost = page.Proposal.BallotPrice is { } price ? Typed.Sum(price, page.Round.Currency) : "";
        return View(new ScreeningForm { Page = page, LookedAt = page.LastDecision, Price = cost });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, int number, ScreeningForm form, ScreeningStep step, CancellationToken cancel)
    {
        if (await table.PageAsync(slug, number, cancel) is not { } page) return NotFound();
        form.Page = page;
        if (new ScreeningReading(ModelState, text).Read(form) is not { } order || step is ScreeningStep.Change) return View("New", form);
        if (step is ScreeningStep.Check)
            return page.WhyNotNow(form.LookedAt) is { } early ? await RefusedAsync(form, early, cancel) : View("Check", new ScreeningCheck(form, Letter(page, order)));
        if (await desk.DecideAsync(page.Proposal.Id, User.Id()!.Value, order, form.LookedAt, cancel) is { } refusal)
            return await RefusedAsync(form, refusal, cancel);
        TempData["Notice"] = text["Your decision holds, and a letter is on its way to the proposer."].Value;
        return Redirect(ProposalPaths.Show(slug, number));
    }

    // Its link to an appeal is no key to anything.
    Message Letter(ScreeningPage page, ScreeningOrder order)
    {
        var decision = new ScreeningDecision(page.Proposal.Id, User.Id()!.Value, order.Answer, table.Now);
        return letters.Decision(
            page.Round, page.Proposal, decision, page.Criteria.SingleOrDefault(criterion => criterion.Id == order.Answer.CriterionId)?.Text, to: "",
            ScreeningDesk.OfferOf(page.Round, decision) is { } offer ? offer with { Key = "…" } : null);
    }

    async Task<IActionResult> RefusedAsync(ScreeningForm form, ScreeningRefusal refusal, CancellationToken cancel)
    {
        // What the officer now sees is the newer decision: sent again, the form stands beside that one.
        form.Page = (await table.PageAsync(form.Page.Round.Slug, form.Page.Proposal.Number!.Value, cancel))!;
        ModelState.Remove(nameof(form.LookedAt));
        form.LookedAt = form.Page.LastDecision;
        ModelState.AddModelError("", text.Of(refusal));
        return View("New", form);
    }
}
