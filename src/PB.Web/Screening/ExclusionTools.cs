using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Rounds;

namespace PB.Web.Screening;

/// <summary>What saying whether two ideas exclude each other works with.</summary>
public sealed class ExclusionTools(PbContext db, IAuthorizationService doors, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task<(Round? Round, IActionResult? Refusal)> OpenAsync(ControllerBase controller, string slug, CancellationToken cancel) =>
        await db.Rounds.AsNoTracking().Include(r => r.Neighbourhoods).SingleOrDefaultAsync(r => r.Slug == slug && r.AnnouncedAt != null, cancel) is { } round
            ? (round, await controller.RefuseAsync(doors, RoundAct.LookAfter, round))
            : (null, controller.NotFound());

    /// <returns>The sentence that says why not, or null when it is kept.</returns>
    internal async Task<string?> DecideAsync(Round round, ExclusionForm form, Guid by, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(round.Slug, cancel);
        var now = Now;
        if (!round.IsBeforeVoting(now))
            return "Voting has opened, so the ballot can no longer change.";
        var (one, other) = (Math.Min(form.One!.Value, form.Other!.Value), Math.Max(form.One.Value, form.Other.Value));
        if (one == other || await db.Proposals.CountAsync(p => p.RoundId == round.Id && (p.Number == one || p.Number == other), cancel) != 2)
            return "Give the numbers of two ideas of this round";
        var word = (by, form.Excludes, form.Reason!.Trim());
        if (await db.Exclusions.SingleOrDefaultAsync(e => e.RoundId == round.Id && e.One == one && e.Other == other, cancel) is { } known)
            known.Become(form.Excludes, word.Item3, by, now);
        else
            db.Exclusions.Add(new Exclusion(round.Id, (one, other), word, now));
        db.Journal.Add(new JournalEntry(by, form.Excludes ? $"Said that proposals {one} and {other} exclude each other" : $"Said that proposals {one} and {other} can both be funded",
            $"rounds/{round.Slug}", word.Item3, now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        return null;
    }
}
