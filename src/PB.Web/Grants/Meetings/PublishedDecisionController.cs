using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Grants.PublicVotes;

namespace PB.Web.Grants.Meetings;

/// <summary>What was decided in a call, for everybody: what is funded with its reason, the others as numbers only.</summary>
[AllowAnonymous, Route("funds/{fund}/calls/{call}/decisions")]
public sealed class PublishedDecisionController(PbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var found = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == call && c.PublishedAt != null && db.Funds.Any(f => f.Id == c.FundId && f.Slug == fund), cancel);
        if (found is null) return NotFound();
        var lines = await LinesAsync(found, cancel);
        return View(new PublishedDecisionsPage(fund, found, [.. lines.Where(line => line.IsTold)])
        {
            Round = await db.Rounds.Where(round => db.Set<PublicVote>().Any(v => v.CallId == found.Id && v.DecidedAt != null && v.RoundId == round.Id)).Select(round => round.Slug).SingleOrDefaultAsync(cancel),
            Again = lines.Count(line => line is { IsTold: false, IsLookedAtAgain: true }),
            Others = [.. lines.Where(line => !line.IsTold).SelectMany(line => line.Themes.DefaultIfEmpty("")).CountBy(theme => theme).OrderBy(theme => theme.Key, StringComparer.Ordinal)],
        });
    }

    Task<List<PublishedDecision>> LinesAsync(Call call, CancellationToken cancel) => (
        from decision in db.ToldDecisions().AsNoTracking()
        join application in db.Applications.AsNoTracking() on decision.ApplicationId equals application.Id
        where application.CallId == call.Id
        join vote in db.Set<Vote>().AsNoTracking() on decision.VoteId equals vote.Id
        orderby application.Ref
        select new PublishedDecision(application.Title, application.Group.GroupName, application.Group.Themes, decision, vote)
        {
            IsLookedAtAgain = !db.LastDecisions().Any(last => last.Id == decision.Id)
                || db.ToBeCorrected().Any(wrong => wrong.Id == decision.Id)
                || db.ProcessAppeals.Any(appeal => appeal.ApplicationId == application.Id && appeal.Outcome == AppealOutcome.Upheld && appeal.AnsweredAt > decision.DecidedAt),
            Referral = db.Set<Referral>().FirstOrDefault(referral => referral.AnswerId == decision.Id),
        }).ToListAsync(cancel);
}

/// <param name="Told">What everybody may read in full.</param>
public sealed record PublishedDecisionsPage(string Fund, Call Call, IReadOnlyList<PublishedDecision> Told)
{
    /// <summary>The round in which people voted; null where the panel decided alone.</summary>
    public string? Round { get; init; }

    /// <summary>Of how many that got nothing the panel thinks once more.</summary>
    public int Again { get; init; }

    /// <summary>How many got nothing, by theme.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Others { get; init; }
}

public sealed record PublishedDecision(string Title, string Group, string[] Themes, Decision Decision, Vote Vote)
{
    /// <summary>That the council had sent it back, and what came of that.</summary>
    public Referral? Referral { get; init; }

    /// <summary>After an appeal, or because it was said wrongly, the panel votes again, or has, and its new decision is not out.</summary>
    public bool IsLookedAtAgain { get; init; }

    public bool IsRefused => Referral is { RefusedAt: not null };

    /// <summary>A group that gets nothing is named nowhere.</summary>
    public bool IsTold => Decision.IsFunded;
}
