using PB.Tally;

namespace PB.Grants.Marking;

/// <summary>How one application was marked.</summary>
/// <param name="Cards">How many cards count.</param>
/// <param name="Raw">Their mean; null while there is none. Never their sum: not everybody reads everything.</param>
/// <param name="Lowest">The lowest card.</param>
/// <param name="Highest">The highest card.</param>
public sealed record Standing(Guid Application, int Cards, Fraction? Raw, Fraction Lowest, Fraction Highest)
{
    /// <summary>From here on markers disagree so much that they should talk about it.</summary>
    public const int WideSpread = 30;

    /// <summary>The mean without the markers' habits; null where it cannot be known.</summary>
    public decimal? Adjusted { get; init; }

    public Fraction Spread => Highest - Lowest;

    public bool IsDisputed => Spread >= WideSpread;

    public static Standing Of(Guid application, IReadOnlyCollection<Fraction> cards) => cards.Count == 0
        ? new(application, 0, null, 0, 0)
        : new(application, cards.Count, cards.Aggregate((Fraction)0, (sum, card) => sum + card) / cards.Count, cards.Min(), cards.Max());
}
