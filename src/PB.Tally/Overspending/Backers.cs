using System.Collections.Immutable;
using System.Numerics;

namespace PB.Tally.Overspending;

/// <summary>The supporters of one project who have money, from the poorest to the richest, as they stood when they were asked.</summary>
/// <param name="Purses">Where what each class has is known.</param>
/// <param name="Cost">What the project costs.</param>
/// <param name="Classes">The classes by the lower bound of what a voter has, each with its voters.</param>
/// <remarks>
/// Paid(t), what all pay together if each pays up to t, is found at what each class has: the classes before it pay all they have, the others that. It holds as a bound even where
/// two classes have so nearly the same that their order is not known.
/// </remarks>
sealed record Backers(OverspendingPurses Purses, long Cost, ImmutableArray<(int Class, long Voters)> Classes)
{
    // Doubles are wrong by far less than this share.
    const double CloseEnough = 1 + 1e-9;

    /// <summary>The best offer, if bounds can tell it; otherwise the exact one. Null if nobody has any money.</summary>
    public Offer? Best()
    {
        if (Cost == 0) return new(this, default, default);
        if (Classes.IsEmpty) return null;
        var offers = Promising().ConvertAll(Offered);
        var best = offers.MinBy(offer => offer?.Score.High);
        if (best is not null && offers.TrueForAll(offer => offer == best || (offer?.Score - best.Score)?.Sign is 1)) return best;
        return Exact() is { } exact ? new(this, Enclosure.Of(exact.Score), Enclosure.Of(exact.Price)) : throw Offer.TooClose();
    }

    /// <summary>The score and the price of the best offer, exactly; null if the fractions are too long.</summary>
    public (Fraction Score, Fraction Price)? Exact()
    {
        if (Cost == 0) return (0L, 0L);
        (Fraction Score, Fraction Price)? best = null;
        var (poor, others) = ((Fraction)0L, Together);
        foreach (var (one, voters) in Exactly())
        {
            if (one is not { } money || OverspendingPurses.Short(poor + money * (BigInteger)others) is not { } paid) return null;
            var isAll = paid >= Cost;
            var most = isAll ? (Cost - poor) / others : money;
            var price = isAll ? most : most * Cost / paid;
            var score = isAll ? most / Cost : price / paid;
            if (best is null || score <= best.Value.Score) best = (score, price);
            if (isAll) break;
            (poor, others) = (poor + money * (BigInteger)voters, others - voters);
        }
        return best is { } found && OverspendingPurses.Short(found.Score) is not null ? found : null;
    }

    long Together => Classes.Sum(one => one.Voters);

    // Each class, the poorest first; what it has is null from where fractions are too long.
    IEnumerable<(Fraction? Money, long Voters)> Exactly()
    {
        var known = Classes.Select(one => (Money: Purses.Exact(one.Class), one.Voters)).ToList();
        return known.Exists(one => one.Money is null) ? [(null, 0)] : known.OrderBy(one => one.Money!.Value);
    }

    // What may be best: by doubles, with room for what they round.
    List<Stand> Promising()
    {
        var stands = Stands();
        var least = stands.Min(stand => stand.Scores(Cost).High) * CloseEnough;
        return stands.FindAll(stand => stand.Scores(Cost).Low <= least);
    }

    List<Stand> Stands()
    {
        var (stands, poor, others, cost) = (new List<Stand>(Classes.Length), default(Enclosure), Together, Enclosure.Of(Cost));
        foreach (var (one, voters) in Classes)
        {
            var money = Purses.Near(one);
            var paid = poor + money.Times(others);
            // From here on the whole cost is paid, perhaps: then all t behind it are worse.
            if ((paid - cost).Sign is not -1)
            {
                var isSure = (paid - cost).Sign is not null;
                stands.Add(new((cost - poor).Times(new Fraction(1, others)), cost, isSure));
                if (isSure) break;
            }
            else stands.Add(new(money, paid, true));
            (poor, others) = (poor + money.Times(voters), others - voters);
        }
        return stands;
    }

    Offer? Offered(Stand stand) => stand.IsSure && stand.Most.Times(Cost).Over(stand.Paid) is { } price && price.Over(stand.Paid) is { } score ? new(this, score, price) : null;

    /// <summary>One t, and what is paid with it together, up to the cost.</summary>
    readonly record struct Stand(Enclosure Most, Enclosure Paid, bool IsSure)
    {
        public (double Low, double High) Scores(long cost)
        {
            var (least, most) = (Paid.NearLow, Paid.NearHigh);
            return (Most.NearLow * cost / most / most, IsSure ? Most.NearHigh * cost / least / least : double.PositiveInfinity);
        }
    }
}
