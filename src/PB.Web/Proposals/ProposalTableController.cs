using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>All ideas of a round, for spreadsheets and other programs.</summary>
[AllowAnonymous]
public sealed class ProposalTableController(ProposalShelf shelf, PbContext db) : Controller
{
    [HttpGet("rounds/{slug}/proposals.csv")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel) => await shelf.RoundAsync(slug, cancel) is { } round
        ? File(CsvTable.Of(ProposalTable.Head, await ProposalTable.RowsAsync(db, round, cancel)), CsvTable.ContentType, $"{slug}-proposals.csv")
        : NotFound();
}
