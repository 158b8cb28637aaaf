using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Rounds;

/// <summary>A round in a list: where it takes place, how far it is, and the one thing to do.</summary>
public sealed record RoundCard
{
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string Summary { get; init; }
    public required RoundPhase Phase { get; init; }

    /// <summary>When the next phase begins.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>Which phase begins then.</summary>
    public required RoundPhase? NextPhase { get; init; }

    public required bool IsCounted { get; init; }

    /// <summary>Whether its result should be out by now, but is not.</summary>
    public required bool IsLate { get; init; }

    public required string Zone { get; init; }
    public required Money Pot { get; init; }
    public required string Currency { get; init; }
    public required bool CouncilWroteTheList { get; init; }
    public required IReadOnlyList<string> Where { get; init; }
    public required IReadOnlySet<Guid> WhereIds { get; init; }

    /// <summary>Why it concerns the neighbourhood on whose page it stands, where that is not among its own.</summary>
    public Elsewhere? Because { get; init; }

    public (string Text, string Path)? NextStep => PhaseWords.NextStep(Phase, Slug);

    public bool IsOpen => Phase is RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion
        or RoundPhase.Voting or RoundPhase.Counting;

    public static RoundCard Of(Round round, IReadOnlyDictionary<Guid, string> names, DateTimeOffset now) => new()
    {
        Title = round.Title,
        Slug = round.Slug,
        Summary = round.Summary,
        Phase = round.PhaseAt(now),
        Until = round.NextAfter(now)?.From,
        IsCounted = round.CountedAt is not null,
        IsLate = round.PhaseAt(now) is RoundPhase.Counting && round.Calendar.DeliveryFrom <= now,
        NextPhase = round.NextAfter(now)?.Phase,
        Zone = round.TimeZone,
        Pot = round.Pot.Amount,
        Currency = round.Currency,
        CouncilWroteTheList = round.StartsFromCouncilOptions,
        Where = [.. round.Neighbourhoods.Select(part => names[part.NeighbourhoodId]).Order(StringComparer.CurrentCulture)],
        WhereIds = round.Neighbourhoods.Select(part => part.NeighbourhoodId).ToHashSet(),
    };

    /// <summary>The announced rounds among these, with what their cards say.</summary>
    public static async Task<List<RoundCard>> ReadAsync(
        PbContext db, Func<IQueryable<Round>, IQueryable<Round>> which, DateTimeOffset now, CancellationToken cancel)
    {
        var rounds = await which(db.Rounds.Where(r => r.AnnouncedAt != null))
            .Include(r => r.Pot).Include(r => r.Neighbourhoods).AsNoTracking().ToListAsync(cancel);
        var ids = rounds.SelectMany(r => r.Neighbourhoods).Select(part => part.NeighbourhoodId).Distinct().ToList();
        var names = await db.Neighbourhoods.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
        return [.. rounds.Select(round => Of(round, names, now))];
    }

    /// <summary>What is most urgent first: voting, then ideas, then the rest, the soonest end first.</summary>
    public static IOrderedEnumerable<RoundCard> ByUrgency(IEnumerable<RoundCard> cards) => cards
        .OrderBy(card => card.Phase switch { RoundPhase.Voting => 0, RoundPhase.Ideas => 1, RoundPhase.Discussion => 2, _ => 3 })
        .ThenBy(card => card.Until ?? DateTimeOffset.MaxValue).ThenBy(card => card.Title, StringComparer.CurrentCulture);
}
