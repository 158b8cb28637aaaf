using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

[Authorize]
[Route("rounds/{slug}/proposals/{number:int}/endorsement")]
public sealed class EndorsementController(ProposalLife lives, ProposalShelf shelf, EndorsementBook book, IStringLocalizer<Words> text) : Controller
{
    // Where signing in leads back to: the button is on the page of the proposal.
    [HttpGet("")]
    public IActionResult Show(string slug, int number) => Redirect(ProposalPaths.Show(slug, number));

    [HttpPost("")]
    public Task<IActionResult> Create(string slug, int number, CancellationToken cancel) =>
        ChangeAsync(slug, number, book.EndorseAsync, text["You endorse this idea."].Value, cancel);

    [HttpPost("removal")]
    public Task<IActionResult> Destroy(string slug, int number, CancellationToken cancel) =>
        ChangeAsync(slug, number, book.TakeBackAsync, text["You do not endorse this idea any more."].Value, cancel);

    async Task<IActionResult> ChangeAsync(
        string slug, int number, Func<Guid, Guid, CancellationToken, Task<ProposalRefusal?>> change, string done, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round || await lives.ProposalAsync(round.Id, number, cancel) is not { } proposal) return NotFound();
        TempData["Notice"] = await change(proposal.Id, User.Id()!.Value, cancel) is { } refusal ? text.Of(refusal, round) : done;
        return Redirect(ProposalPaths.Show(slug, number));
    }
}
