using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Decides whether somebody may vote in a round: one reason, and always a next step.</summary>
public static class RightToVote
{
    /// <summary>Why somebody may not vote, or for which neighbourhood of the round they do and by what proof.</summary>
    public static Task<PlaceOnTheRoll> PlaceOnTheRollAsync(this PbContext db, Round round, Voter? voter, CancellationToken cancel) =>
        db.PlaceOnTheRollAsync(round, voter, null, cancel);

    /// <summary>The same of somebody who was called already.</summary>
    internal static Task<PlaceOnTheRoll> PlaceOnTheRollAsync(this PbContext db, Round round, RollCall call, CancellationToken cancel) =>
        db.PlaceOnTheRollAsync(round, call.Voter, call.Around, cancel);

    static async Task<PlaceOnTheRoll> PlaceOnTheRollAsync(this PbContext db, Round round, Voter? voter, IReadOnlyList<Guid>? around, CancellationToken cancel)
    {
        if (!round.Eligibility.IsPlain)
            return await EntryOfAsync(db, round, voter, cancel) is { } proven ? await OfEntryAsync(db, round, proven, cancel) : new(RollRefusal.NotProven);
        if (voter?.DeclaredAt is null || !Postcode.TryParse(voter.Postcode, out var postcode))
            return new(RollRefusal.AddressNotConfirmed);

        var place = new PlaceOnTheRoll(null) { Age = voter.Age, Postcode = postcode.Text };
        if (WhyNotOfThatAge(round.Eligibility, voter.Age) is { } refusal)
            return place with { WhyNot = refusal };
        return await db.AreasAsync(round, around is { Count: > 0 } ? around : await db.AroundAsync(postcode, cancel), cancel) switch
        {
            [] => place with { WhyNot = RollRefusal.LivesElsewhere },
            [var only] => place with { Area = only },
            // What was chosen for another address than today's is no choice any more.
            var areas => await EntryOfAsync(db, round, voter, cancel) is { AreaId: { } chosen } entry && entry.Postcode == postcode.Text && areas.Contains(chosen)
                ? place with { Area = chosen }
                : place with { WhyNot = RollRefusal.AreaNotChosen },
        };
    }

    /// <summary>The neighbourhoods of the round that a postcode lies in, without those that have another of them inside.</summary>
    public static async Task<IReadOnlyList<Guid>> AreasAsync(this PbContext db, Round round, Postcode postcode, CancellationToken cancel) =>
        await db.AreasAsync(round, await db.AroundAsync(postcode, cancel), cancel);

    static async Task<IReadOnlyList<Guid>> AreasAsync(this PbContext db, Round round, IReadOnlyList<Guid> around, CancellationToken cancel)
    {
        var areas = round.Neighbourhoods.Select(part => part.NeighbourhoodId).Where(around.Contains).ToList();
        if (areas.Count < 2)
            return areas;
        var outer = new HashSet<Guid>();
        foreach (var area in areas)
            outer.UnionWith(await db.AroundAsync(area, cancel));
        return [.. areas.Where(area => !outer.Contains(area)).Order()];
    }

    /// <summary>Why somebody of this age may not vote; null when they may, or when somebody else vouched for it.</summary>
    public static RollRefusal? WhyNotOfThatAge(Eligibility eligibility, int? age) =>
        age < eligibility.MinimumAge ? RollRefusal.TooYoung : age > eligibility.MaximumAge ? RollRefusal.TooOld : null;

    static async Task<RollEntry?> EntryOfAsync(PbContext db, Round round, Voter? voter, CancellationToken cancel) =>
        voter is null ? null : await db.RollEntries.AsNoTracking().SingleOrDefaultAsync(e => e.RoundId == round.Id && e.VoterId == voter.Id, cancel);

    static async Task<PlaceOnTheRoll> OfEntryAsync(PbContext db, Round round, RollEntry entry, CancellationToken cancel)
    {
        var isRefused = entry.Way is RollWay.Provisional && await db.ProvisionalVoters
            .AnyAsync(p => p.RoundId == round.Id && p.VoterId == entry.VoterId && p.ConfirmedAt != null && p.Decision == ProvisionalDecision.Refuse, cancel);
        return new(isRefused ? RollRefusal.ProvisionalRefused : WhyNotOfThatAge(round.Eligibility, entry.Age))
        {
            Area = entry.AreaId ?? default,
            Class = entry.Way.Class(),
            Age = entry.Age,
            Postcode = entry.Postcode,
        };
    }
}

/// <summary>Where somebody is on the roll of a round.</summary>
/// <param name="WhyNot">Why they may not vote; null when they may.</param>
public sealed record PlaceOnTheRoll(RollRefusal? WhyNot)
{
    public Guid Area { get; init; }

    /// <summary>How they proved it, as the ballot's leaf commits to it.</summary>
    public string Class { get; init; } = BallotFields.Declared;

    public int? Age { get; init; }
    public string? Postcode { get; init; }
    public bool IsProvisional => Class == BallotFields.Provisional;
}

/// <summary>Why somebody may not vote in a round.</summary>
public enum RollRefusal
{
    AddressNotConfirmed,

    /// <summary>The round asks for more than an address, and they have not given it.</summary>
    NotProven,

    /// <summary>Their postcode lies in two neighbourhoods of the round.</summary>
    AreaNotChosen,
    TooYoung,
    TooOld,
    LivesElsewhere,

    /// <summary>Two people decided that their provisional ballot does not count.</summary>
    ProvisionalRefused,
}
