using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>How a proposal read over time, for everybody.</summary>
[AllowAnonymous]
[Route("rounds/{slug}/proposals/{number:int}/versions")]
public sealed class VersionController(PbContext db, ProposalShelf shelf) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, int number, CancellationToken cancel) =>
        await PageAsync(slug, number, cancel) is { Versions.Count: > 0 } page ? View(page) : NotFound();

    [HttpGet("{version:int:min(2)}")]
    public async Task<IActionResult> Show(string slug, int number, int version, CancellationToken cancel) =>
        await PageAsync(slug, number, cancel) is { } page && page.Between(version) is { } difference ? View(difference) : NotFound();

    async Task<VersionsPage?> PageAsync(string slug, int number, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        var versions = await (
            from proposal in db.Proposals
            where proposal.RoundId == round.Id && proposal.Number == number
            join version in db.Set<ProposalVersion>() on proposal.Id equals version.ProposalId
            orderby version.Number
            select version).AsNoTracking().ToListAsync(cancel);
        return new VersionsPage(round, number, versions);
    }
}
