using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Web.Grants.Awards;

/// <summary>Where a fund's money went, for everybody; and what waits, for those who look after it.</summary>
[AllowAnonymous]
[Route("funds/{fund}/awards")]
public sealed class AwardController(PbContext db, AwardFinder finder) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Fund, GrantVerb.Read), cancel);
        return refusal ?? View(await PageAsync(found!, cancel));
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Offer, GrantVerb.Read), cancel);
        return page is null || refusal is ForbidResult && !page.IsInside ? refusal! : View(page with { Photos = await PhotosAsync(page.Award.Id, cancel) });
    }

    async Task<AwardsPage> PageAsync(FundCase found, CancellationToken cancel)
    {
        var isInside = found.May(GrantThing.Offer, GrantVerb.Read) && User.Identity is { IsAuthenticated: true };
        var awards = await (isInside ? db.Awards.Where(award => award.FundId == found.Fund.Id) : db.Awards.AcceptedIn(found.Fund.Id)).AsNoTracking()
            .OrderByDescending(award => award.Ref).Take(500).ToListAsync(cancel);
        var about = await db.Applications.Where(a => awards.Select(award => award.ApplicationId).Contains(a.Id))
            .Select(a => new { a.Id, a.Title, a.Group.GroupName }).ToDictionaryAsync(a => a.Id, cancel);
        return new AwardsPage(found.Fund, found.May(GrantThing.Payment, GrantVerb.Write),
            [.. awards.Select(award => new AwardLine(award.Ref, about[award.ApplicationId].Title, about[award.ApplicationId].GroupName, award.Amount, award.PhaseAt(finder.Now)))]);
    }

    async Task<IReadOnlyList<Guid>> PhotosAsync(Guid award, CancellationToken cancel) =>
        [.. (await db.GroupPhotos.AsNoTracking().Include(photo => photo.Consents).Where(photo => photo.AwardId == award && photo.ReleasedAt != null).ToListAsync(cancel))
            .Where(photo => photo.IsShown && photo.Jpeg.Length > 0).Select(photo => photo.Id)];
}

public sealed record AwardsPage(Fund Fund, bool MayPay, IReadOnlyList<AwardLine> Lines)
{
    public Money Total => Lines.Where(line => line.Phase is AwardPhase.Active or AwardPhase.Completed or AwardPhase.Terminated).Select(line => line.Amount).Sum();
}

public sealed record AwardLine(string Ref, string Title, string GroupName, Money Amount, AwardPhase Phase);
