using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Roll;

/// <summary>What the pages work with on which staff see to it that people can vote.</summary>
public sealed class RollDeskTools(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock)
{
    internal PbContext Db => db;
    internal IStringLocalizer<Words> Words => words;
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The round, or why whoever asks may not work on its roll.</summary>
    internal async Task<(Round? Round, IActionResult? Refusal)> FindAsync(ControllerBase page, string slug, CancellationToken cancel) =>
        await db.FindRoundAsync(slug, cancel) is { } round
            ? (round, await page.RefuseAsync(doors, RoundAct.LookAfter, round))
            : (null, page.NotFound());
}

[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/voters")]
public sealed class RollDeskController(RollDeskTools tools) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal ?? View(new RollDeskPage(round!)
        {
            Registered = await tools.Db.RegisterImports.Where(import => import.RoundId == round!.Id && import.AppliedAt != null).SumAsync(import => import.People, cancel),
            Codes = await tools.Db.CodeBatches.Where(batch => batch.RoundId == round!.Id && batch.VoidedAt == null).SumAsync(batch => batch.Size, cancel),
            ToDecide = await tools.Db.ProvisionalVoters.CountAsync(voter => voter.RoundId == round!.Id && voter.ConfirmedAt == null, cancel),
        });
    }
}

public sealed record RollDeskPage(Round Round)
{
    public int Registered { get; init; }
    public int Codes { get; init; }
    public int ToDecide { get; init; }

    public bool Takes(Proofs proof) => Round.Eligibility.Proofs.HasFlag(proof);
}
