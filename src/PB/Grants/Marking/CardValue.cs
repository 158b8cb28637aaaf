using PB.Tally;

namespace PB.Grants.Marking;

/// <summary>What a card is worth: 0 to 100, by the weights of those criteria that its marker could judge.</summary>
public static class CardValue
{
    /// <summary>The highest mark of a criterion; the lowest is 0.</summary>
    public const int Highest = 5;

    /// <summary>A card that leaves more than 30 of the 100 weight points unanswered does not count.</summary>
    public const int EnoughWeight = 70;

    /// <returns>Null where too little was answered.</returns>
    public static Fraction? Of(IEnumerable<WeighedMark> marks)
    {
        var answered = marks.Where(mark => mark.Value is not null).ToList();
        var weight = answered.Sum(mark => mark.Weight);
        return weight < EnoughWeight ? null : new Fraction(100 * answered.Sum(mark => mark.Weight * mark.Value!.Value), Highest * weight);
    }
}

/// <param name="Weight">The criterion's share of 100.</param>
/// <param name="Value">0 to 5; null where the marker could not tell.</param>
public readonly record struct WeighedMark(int Weight, int? Value);
