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
    /// <summary>What doubles tell of the best offer.</summary>
    public Sketch Sketch { get; } = Cost == 0 ? Sketch.Free : new(Classes, Purses, Cost);

    /// <summary>The best offer; null if nobody has any money.</summary>
    public Offer? Best() => Cost > 0 && Classes.IsEmpty ? null : new(this);

    /// <summary>The score and the price of the best offer, by bounds if these can tell it, otherwise by exact fractions.</summary>
    public (Enclosure Score, Enclosure Price) Enclosed()
    {
        if (Cost == 0) return default;
        var offers = Stands().ConvertAll(Offered);
        var best = offers.MinBy(offer => offer?.Score.High);
        if (best is { } least && offers.TrueForAll(offer => offer == least || (offer?.Score - least.Score)?.Sign is 1)) return least;
        return Exact() is { } exact ? (Enclosure.Of(exact.Score), Enclosure.Of(exact.Price)) : throw Offer.TooClose();
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

    // Those that may be best.
    List<Stand> Stands()
    {
        var (stands, poor, others, cost) = (new List<Stand>(), default(Enclosure), Together, Enclosure.Of(Cost));
        for (var place = 0; place < Classes.Length; place++)
        {
            var (money, voters) = (Purses.Near(Classes[place].Class), Classes[place].Voters);
            if (Sketch.MayBeBest(place) && StandAt(money, poor, others, cost) is var stand)
            {
                stands.Add(stand);
                // All t behind it are worse.
                if (stand is { IsWhole: true, IsSure: true }) break;
            }
            (poor, others) = (poor + money.Times(voters), others - voters);
        }
        return stands;
    }

    static Stand StandAt(Enclosure money, Enclosure poor, long others, Enclosure cost)
    {
        var paid = poor + money.Times(others);
        if ((paid - cost).Sign is -1) return new(money, paid, IsWhole: false, IsSure: true);
        return new((cost - poor).Times(new Fraction(1, others)), cost, IsWhole: true, IsSure: (paid - cost).Sign is not null);
    }

    (Enclosure Score, Enclosure Price)? Offered(Stand stand) =>
        stand.IsSure && stand.Most.Times(Cost).Over(stand.Paid) is { } price && price.Over(stand.Paid) is { } score ? (score, price) : null;

    /// <summary>One t, and what is paid with it together, up to the cost.</summary>
    readonly record struct Stand(Enclosure Most, Enclosure Paid, bool IsWhole, bool IsSure);
}
