using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Screening;

/// <summary>Finds proposals that may exclude each other, and those that somebody confirmed.</summary>
public static class ExclusionSearch
{
    /// <summary>How near two places are to be looked at by somebody, in metres.</summary>
    public const int Near = 100;

    /// <summary>The confirmed pairs of numbers of which at most one can be funded, where both are among these.</summary>
    public static async Task<ImmutableArray<ImmutableArray<int>>> ExclusivePairsAsync(this PbContext db, Guid roundId, IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        [.. from pair in await db.Exclusions.AsNoTracking().Where(e => e.RoundId == roundId && e.Excludes).OrderBy(e => e.One).ThenBy(e => e.Other).ToListAsync(cancel)
            where numbers.Contains(pair.One) && numbers.Contains(pair.Other)
            select ImmutableArray.Create(pair.One, pair.Other)];

    /// <summary>Pairs at the same place by the map or by its words, about which nobody has said anything yet; the nearest first.</summary>
    public static Task<List<LikelyPair>> LikelyPairsAsync(this PbContext db, Guid roundId, CancellationToken cancel) =>
        db.Database.SqlQuery<LikelyPair>($"""
            select a.number as "One", a.title as "OneTitle", b.number as "Other", b.title as "OtherTitle", w.place as "Place", round(metres)::int as "Metres"
            from proposals a join proposals b on b.round_id = a.round_id and b.number > a.number
            cross join lateral (select 111320 * sqrt((a.latitude - b.latitude) ^ 2 + ((a.longitude - b.longitude) * cos(radians(a.latitude))) ^ 2) as metres) d
            cross join lateral (select case when lower(a.place) = lower(b.place) then a.place end as place) w
            where a.round_id = {roundId} and a.withdrawn_at is null and b.withdrawn_at is null and (metres <= {Near} or w.place is not null)
              and not exists (select from exclusions e where e.round_id = a.round_id and e.one = a.number and e.other = b.number)
            order by metres nulls last, a.number, b.number limit 200
            """).ToListAsync(cancel);
}

/// <summary>Two proposals that may exclude each other.</summary>
/// <param name="Place">Where both say that they would be; null where their words differ.</param>
/// <param name="Metres">How far apart they are on the map; null where one of them is not on it.</param>
public sealed record LikelyPair(int One, string OneTitle, int Other, string OtherTitle, string? Place, int? Metres);
