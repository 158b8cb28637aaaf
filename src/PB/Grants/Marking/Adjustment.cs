namespace PB.Grants.Marking;

/// <summary>What the averages would be if nobody gave higher or lower marks than the others: a card is its application's worth plus its marker's habit.</summary>
/// <remarks>
/// Both are found by alternating means: an application is worth the mean of its cards less their markers' habits; a habit is the sum of what a marker's cards
/// exceed their applications by, divided by their number and a few pseudo cards, which keep somebody with few cards from being judged on them.
/// Habits are rounded to 12 decimal places in each step; the steps end when none moves by more than a ten-thousand-millionth.
/// Who scored first or how rows are ordered makes no difference.
/// </remarks>
/// <param name="Applications">The adjusted average of each application.</param>
/// <param name="Habits">By how much each marker gives more than others; below zero for less.</param>
public sealed record Adjustment(IReadOnlyDictionary<Guid, decimal> Applications, IReadOnlyDictionary<Guid, decimal> Habits)
{
    public const int PseudoCards = 3;

    const decimal Still = 0.000_000_000_1m;

    /// <returns>Null where the cards fall into parts that share no marker: then nothing says which part was marked harder.</returns>
    public static Adjustment? Of(IReadOnlyCollection<CountedCard> cards, int pseudoCards = PseudoCards)
    {
        if (cards.Count == 0 || !IsConnected(cards)) return null;
        Line[] lines = [.. cards.OrderBy(card => card.Application).ThenBy(card => card.Marker).Select(card => new Line(card.Application, card.Marker, card.Value.ToDecimal(20)))];
        var habits = lines.Select(line => line.Marker).Distinct().ToDictionary(marker => marker, _ => 0m);
        while (true)
        {
            var next = HabitsOf(lines, WorthOf(lines, habits), pseudoCards);
            var moved = next.Max(habit => Math.Abs(habit.Value - habits[habit.Key]));
            habits = next;
            if (moved <= Still) return new(WorthOf(lines, habits), habits);
        }
    }

    /// <summary>Whether one can come from every application to every other by way of shared markers.</summary>
    public static bool IsConnected(IReadOnlyCollection<CountedCard> cards)
    {
        HashSet<Guid> reached = [cards.First().Application];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var card in cards.Where(card => reached.Contains(card.Application) || reached.Contains(card.Marker)))
                reached.UnionWith([card.Application, card.Marker]);
        }

        return cards.All(card => reached.Contains(card.Application));
    }

    static Dictionary<Guid, decimal> WorthOf(Line[] lines, Dictionary<Guid, decimal> habits) =>
        lines.GroupBy(line => line.Application).ToDictionary(group => group.Key, group => group.Average(line => line.Value - habits[line.Marker]));

    static Dictionary<Guid, decimal> HabitsOf(Line[] lines, Dictionary<Guid, decimal> worth, int pseudoCards) =>
        lines.GroupBy(line => line.Marker).ToDictionary(group => group.Key,
            group => decimal.Round(group.Sum(line => line.Value - worth[line.Application]) / (group.Count() + pseudoCards), 12));

    readonly record struct Line(Guid Application, Guid Marker, decimal Value);
}
