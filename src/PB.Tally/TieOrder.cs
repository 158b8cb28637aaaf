using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>The total order of a tie rule, at work.</summary>
sealed class TieOrder : IComparer<Candidate>
{
    readonly ImmutableArray<TieCriterion> criteria;
    readonly string? seed;
    readonly Dictionary<int, string> tickets = [];
    readonly Dictionary<int, Candidate> inPlaceOf = [];

    public TieOrder(TieRule rule, IEnumerable<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule is { DrawsLots: true, Seed: null }) throw new ArgumentException("The tie rule draws lots: give it the published seed.");
        criteria = rule.Criteria.Add(TieCriterion.Number);
        seed = rule.Seed;
        if (rule.Exchanged.IsEmpty) return;
        var all = candidates.ToDictionary(candidate => candidate.Number);
        foreach (var (number, other) in rule.Exchanged) inPlaceOf.Add(number, all[other]);
    }

    public int Compare(Candidate? x, Candidate? y) => Compare(x!, y!, out _);

    public bool Prefers(Candidate first, Candidate second) => Compare(first, second, out _) < 0;

    /// <summary>The last criterion that had to be asked to put these, already in order, into their order.</summary>
    public TieCriterion DecidedBy(IReadOnlyList<Candidate> inOrder)
    {
        var deepest = 0;
        for (var i = 1; i < inOrder.Count; i++)
        {
            _ = Compare(inOrder[i - 1], inOrder[i], out var asked);
            deepest = Math.Max(deepest, asked);
        }
        return criteria[deepest];
    }

    int Compare(Candidate x, Candidate y, out int asked)
    {
        if (inPlaceOf.Count > 0) (x, y) = (inPlaceOf.GetValueOrDefault(x.Number, x), inPlaceOf.GetValueOrDefault(y.Number, y));
        for (asked = 0; asked < criteria.Length; asked++)
        {
            var order = Compare(criteria[asked], x, y);
            if (order != 0) return order;
        }
        return 0;
    }

    int Compare(TieCriterion criterion, Candidate x, Candidate y) => criterion switch
    {
        TieCriterion.Number => x.Number.CompareTo(y.Number),
        TieCriterion.Price => x.Cost.CompareTo(y.Cost),
        TieCriterion.Votes => y.Votes.CompareTo(x.Votes),
        TieCriterion.Lot => string.CompareOrdinal(TicketOf(x.Number), TicketOf(y.Number)),
    };

    string TicketOf(int number)
    {
        if (!tickets.TryGetValue(number, out var ticket)) tickets.Add(number, ticket = Lot.Ticket(seed!, number));
        return ticket;
    }
}
