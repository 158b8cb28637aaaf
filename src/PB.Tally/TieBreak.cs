using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Chooses among equals by the tie rule, and keeps the choices so that afterwards it can be found out which of them mattered.</summary>
sealed class TieBreak
{
    readonly int[] places;
    readonly int[] placesThen;
    readonly int changes;
    readonly List<TieChoice> choices = [];
    int decision;

    TieBreak(int[] places, int[] placesThen, int changes) => (this.places, this.placesThen, this.changes) = (places, placesThen, changes);

    public IReadOnlyList<TieChoice> Choices => choices;

    public static TieBreak Of(Contest contest)
    {
        var places = new int[contest.Candidates.Length];
        var order = Enumerable.Range(0, places.Length).OrderBy(position => contest.Candidates[position], contest.Order).ToArray();
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return new(places, places, int.MaxValue);
    }

    /// <summary>The same tie rule, in which from this choice on those that were equal there stand in another order.</summary>
    public TieBreak With(TieChoice choice, IReadOnlyList<int> order)
    {
        var changed = places.ToArray();
        for (var i = 0; i < order.Count; i++) changed[order[i]] = places[choice.Tied[i]];
        return new(places, changed, choice.Decision);
    }

    /// <summary>The first of the equals, at least one, at the next decision.</summary>
    public int First(IEnumerable<int> tied, bool funds = true)
    {
        var order = decision < changes ? places : placesThen;
        var sorted = tied.OrderBy(position => order[position]).ToImmutableArray();
        if (sorted.Length > 1) choices.Add(new(decision, sorted, funds));
        decision++;
        return sorted[0];
    }

    /// <summary>The place of a project in the order of the tie rule.</summary>
    public int Place(int position) => places[position];
}
