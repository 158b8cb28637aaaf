using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Rounds;

/// <summary>A round as everybody sees it: what is promised, the money, the dates, who may vote, and how it is counted.</summary>
public sealed record RoundPage
{
    public required Round Round { get; init; }
    public required RoundPhase Phase { get; init; }
    public required (RoundPhase Phase, DateTimeOffset From)? Next { get; init; }
    public required IReadOnlyList<Part> Calendar { get; init; }
    public required IReadOnlyList<Place> Places { get; init; }
    public required int Ideas { get; init; }
    public required int Projects { get; init; }

    /// <summary>Whether departments check its ideas.</summary>
    public required bool HasChecks { get; init; }

    /// <summary>The panel that draws up the shortlist, where the round says so.</summary>
    public required string? Panel { get; init; }

    /// <summary>The newest signed head of the ballot log; null before voting opens.</summary>
    public required PublishedHead? Log { get; init; }

    /// <summary>How the numbers on the ballot were drawn, where they were.</summary>
    public required IReadOnlyList<DrawnLot> Lots { get; init; }

    public required Buttons May { get; init; }

    public (string Text, string Path)? NextStep => PhaseWords.NextStep(Phase, Round.Slug);

    public IEnumerable<Promise> Promises => Round.Promises.Where(promise => promise.IsComplete).OrderBy(promise => promise.Phase);

    public static async Task<RoundPage> ReadAsync(PbContext db, Round round, DateTimeOffset now, Buttons may, CancellationToken cancel)
    {
        var places = round.Neighbourhoods.Select(part => part.NeighbourhoodId).ToList();
        return new RoundPage
        {
            Round = round,
            Phase = round.PhaseAt(now),
            Next = round.NextAfter(now),
            Calendar = [.. PartsOf(round, now)],
            Places = await db.Neighbourhoods.Where(n => places.Contains(n.Id)).OrderBy(n => n.Name)
                .Select(n => new Place(n.Name, n.Slug)).ToListAsync(cancel),
            Ideas = await db.Proposals.CountAsync(p => p.RoundId == round.Id && p.SubmittedAt != null && p.WithdrawnAt == null, cancel),
            Projects = await db.OnTheBallot(round.Id).CountAsync(cancel),
            HasChecks = await db.ScreeningPlans.AnyAsync(plan => plan.RoundId == round.Id, cancel),
            Panel = await db.ShortlistPanels.Where(panel => panel.RoundId == round.Id).Select(panel => panel.Rule.Name).SingleOrDefaultAsync(cancel),
            Log = round.CancelledAt is null ? await db.NewestHeadAsync(round.Id, cancel) : null,
            Lots = round.Calendar.VotingFrom is null || round.PhaseAt(now) is RoundPhase.Draft or RoundPhase.Ideas ? [] : await DrawnLot.OfAsync(db, round.Id, cancel),
            May = may,
        };
    }

    static IEnumerable<Part> PartsOf(Round round, DateTimeOffset now)
    {
        var phases = round.Calendar.Phases().ToList();
        for (var i = 0; i < phases.Count; i++)
        {
            var until = i + 1 < phases.Count ? phases[i + 1].From : (DateTimeOffset?)null;
            var when = round.CancelledAt is not null ? When.Never
                : phases[i].From > now ? When.Later
                : until <= now ? When.Over
                : When.Now;
            yield return new Part(phases[i].Phase, phases[i].From, until, when);
        }
    }

    /// <summary>A phase of the calendar; the last one has no end.</summary>
    public sealed record Part(RoundPhase Phase, DateTimeOffset From, DateTimeOffset? Until, When When);

    public sealed record Place(string Name, string Slug);

    /// <summary>What whoever reads the page may do with the round.</summary>
    public sealed record Buttons(bool SetUp, bool Copy, bool ChangeCalendar, bool Cancel, bool AskForTwo, bool Rehearse)
    {
        public bool Any => SetUp || Copy || ChangeCalendar || Cancel || AskForTwo || Rehearse;
    }
}

public enum When
{
    Over,
    Now,
    Later,
    Never,
}
