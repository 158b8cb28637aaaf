using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>What is there already and reads alike. The script asks while somebody types; without script it is a part of the check.</summary>
[AllowAnonymous]
[Route("rounds/{slug}/proposals/similar")]
public sealed class SimilarController(ProposalShelf shelf, SimilarProposals similar) : Controller
{
    const int MostLetters = 300;

    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, string? title, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        var line = Typed.Line(title);
        if (line.Length > MostLetters) line = line[..MostLetters];
        return PartialView("/Proposals/_Similar.cshtml", (round.Slug, line.Length < 3 ? [] : (IReadOnlyList<SimilarProposal>)await similar.FindAsync(round.Id, null, line, "", cancel)));
    }
}
