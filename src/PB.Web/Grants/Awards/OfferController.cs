using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>A coordinator writes an offer down.</summary>
[Authorize]
[Route("funds/{fund}/applications/{reference}/offer")]
public sealed class OfferController(PbContext db, AwardFinder finder, OfferDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string reference, CancellationToken cancel)
    {
        var (found, decision, refusal) = await OpenAsync(fund, reference, cancel);
        if (refusal is not null) return refusal;
        var form = OfferForm.For(found!, decision!, finder.Now);
        form.OfPanel = await OfPanelAsync(decision!, cancel);
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, OfferForm form, CancellationToken cancel)
    {
        var (found, decision, refusal) = await OpenAsync(fund, reference, cancel);
        if (refusal is not null) return refusal;
        (form.Case, form.Decision, form.OfPanel) = (found!, decision!, await OfPanelAsync(decision!, cancel));
        if (form.OfPanel.Any(one => one.IsOpenAt(finder.Now))) ModelState.AddModelError("", text["The panel still says yes or no to a condition. Write the offer down when it has."]);
        if (form.Read(ModelState, text) is not { } offer) return View("New", form);
        await desk.DraftAsync(offer, User.Id()!.Value, cancel);
        TempData["Notice"] = text["The offer is written down. The accountable officer signs it next."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    // What holds, and what the panel still has to say yes or no to.
    async Task<IReadOnlyList<PanelCondition>> OfPanelAsync(Decision decision, CancellationToken cancel) =>
        [.. (await db.Set<PanelCondition>().AsNoTracking().Where(one => one.DecisionId == decision.Id && one.RejectedAt == null).OrderBy(one => one.ProposedAt).ToListAsync(cancel)).Where(one => one.AgreedAt is not null || one.IsOpenAt(finder.Now))];

    // There is one offer at a time, of what the panel decided, and only once everybody was told. A group on the reserve list comes when money is free again.
    async Task<(ApplicationCase?, Decision?, IActionResult?)> OpenAsync(string fund, string reference, CancellationToken cancel)
    {
        var (found, refusal) = await finder.ApplicationAsync(this, fund, reference, (GrantThing.Offer, GrantVerb.Write), cancel);
        if (refusal is not null) return (null, null, refusal);
        if (await db.Awards.AnyAsync(award => award.ApplicationId == found!.Application.Id && award.DeclinedAt == null && award.ReleasedAt == null, cancel))
            return (null, null, Redirect(AwardPaths.Award(fund, reference)));
        return await db.OfferableAsync(found!.Application.Id, cancel) is { } decision ? (found, decision, null) : (null, null, NotFound());
    }
}
