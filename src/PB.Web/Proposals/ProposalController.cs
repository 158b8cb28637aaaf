using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Proposals;

[AllowAnonymous]
[Route("rounds/{slug}/proposals")]
public sealed class ProposalController(ProposalShelf shelf, ProposalLife lives) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, Standing? state, string? q, int page, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        ModelState.Clear(); // a filter that cannot be read is no filter
        return View(await shelf.PageAsync(round, new ListQuery(state, Searchable(q), page), cancel));
    }

    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel) =>
        await lives.PageAsync(slug, number, User, cancel) is { } page ? View(page) : NotFound();

    static string? Searchable(string? typed)
    {
        var search = typed?.Trim();
        return search?.Length > 100 ? search[..100] : search;
    }
}
