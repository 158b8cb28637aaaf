using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Who is next when money comes back: by votes; those with as many are drawn by lot from the meeting's seed, which stands in the minutes.</summary>
public static class ReserveOrder
{
    public static IReadOnlyList<ReservePlace> Of(IEnumerable<ReservePlace> waiting, string seed) =>
        [.. waiting.OrderByDescending(place => place.Yes - place.No).ThenBy(place => Lot.Ticket(seed, place.Number), StringComparer.Ordinal)];
}

/// <param name="Number">The item's number on the agenda.</param>
public readonly record struct ReservePlace(int Number, int Yes, int No);
