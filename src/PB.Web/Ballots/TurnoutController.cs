using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Ballots;

/// <summary>How many have voted, for staff while voting is open.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("rounds/{slug}/turnout")]
public sealed class TurnoutController(PbContext db, IAuthorizationService doors, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { AnnouncedAt: not null } round)
            return NotFound();
        if (!User.IsInRole(PB.People.Role.Ratifier) && !await doors.MayAsync(User, RoundAct.LookAfter, round))
            return Forbid();
        return View(new TurnoutPage(round, await db.FiguresAsync(round.Id, cancel), clock.GetUtcNow()));
    }
}

public sealed record TurnoutPage(Round Round, IReadOnlyList<Figure> Figures, DateTimeOffset Now)
{
    public IEnumerable<Figure> Of(string kind) => Figures.Where(figure => figure.Kind == kind);

    public Figure All => Of("all").Single();

    public Figure Started => Of("started").Single();
}
