
namespace PB.Grants.Marking;

/// <summary>All applications of a call as they were marked, the best raw average first.</summary>
/// <param name="Adjustment">Null where it is off, or where the markers are not connected.</param>
public sealed record MarkSheet(IReadOnlyList<Standing> Standings, Adjustment? Adjustment)
{
    public static MarkSheet Of(IEnumerable<Guid> applications, IReadOnlyCollection<CountedCard> cards, bool adjust)
    {
        var adjustment = adjust ? Adjustment.Of(cards) : null;
        var byApplication = cards.ToLookup(card => card.Application, card => card.Value);
        return new(
            [.. applications.Select(application => Standing.Of(application, [.. byApplication[application]]) with { Adjusted = adjustment?.Applications.GetValueOrNull(application) })
                .OrderByDescending(standing => standing.Raw ?? -1).ThenBy(standing => standing.Application)],
            adjustment);
    }

    /// <summary>The applications in the order of the adjusted averages; of the raw ones where there are none.</summary>
    public IReadOnlyList<Guid> Order => [.. Standings
        .OrderByDescending(standing => standing.Adjusted ?? standing.Raw?.ToDecimal(20) ?? -1).ThenBy(standing => standing.Application)
        .Select(standing => standing.Application)];
}

static class AdjustedAverages
{
    public static decimal? GetValueOrNull(this IReadOnlyDictionary<Guid, decimal> values, Guid key) => values.TryGetValue(key, out var value) ? value : null;
}
