namespace PB.Tally;

/// <summary>
/// What voters have who began with the same and pay shares of what they have: a voter who gives the part r of the purse to a project that takes the
/// share f of what is given keeps 1 - f r of it. Voters who paid the same parts for the same projects are a class.
/// </summary>
/// <remarks>
/// Exact numbers would double in length with each payment. So every purse is enclosed to 256 bits, and what the enclosure leaves open is first
/// cancelled part by part (equal sums of the same classes are equal) and only then worked out exactly, however long that is.
/// </remarks>
sealed class FadingPurses
{
    /// <summary>The class of those who have nothing left.</summary>
    const int Empty = -1;

    readonly int[] classOf;
    readonly List<(int Parent, int Payment, Fraction Part)> classes = [(Empty, -1, default)];
    readonly List<(Fraction Cost, PurseSum Paid, PurseSum Given)> payments = [];
    readonly List<Enclosure> near = [];
    readonly List<Fraction?> exact = [];
    readonly Dictionary<int, Fraction> shares = [];

    public FadingPurses(int groups, Fraction start)
    {
        classOf = new int[groups];
        near.Add(Enclosure.Of(start));
        exact.Add(start);
    }

    /// <summary>True if voters of the group have something left.</summary>
    public bool HasMoney(int group) => classOf[group] != Empty;

    /// <summary>The class of a group that has money.</summary>
    public int ClassOf(int group) => classOf[group];

    /// <summary>The sign of a sum plus a number, exactly.</summary>
    public int Sign(PurseSum sum, Fraction plus) => (Near(sum) + Enclosure.Of(plus)).Sign ?? (Exact(sum) + plus).Numerator.Sign;

    /// <summary>A sum to 12 digits.</summary>
    public decimal Shown(PurseSum sum) => Near(sum).Shown() ?? Exact(sum).ToDecimal();

    /// <summary>
    /// Pays a cost: those of the first sum have given all of it; the rest is taken in equal shares from what is given in the second.
    /// </summary>
    /// <param name="cost">The cost.</param>
    /// <param name="paid">What is paid in full.</param>
    /// <param name="given">What is given by the others; not zero if they pay.</param>
    /// <param name="payers">The groups that gave a part, and which; and whether they are among those who pay in full and have nothing left.</param>
    public void Pay(Fraction cost, PurseSum paid, PurseSum given, IEnumerable<(int Group, Fraction Part, bool IsAll)> payers)
    {
        var after = new Dictionary<(int, Fraction), int>();
        payments.Add((cost, paid, given));
        var share = (Enclosure.Of(cost) - Near(paid)).Over(Near(given)) ?? Enclosure.Of(given.Parts.Any() ? ShareOf(payments.Count - 1) : 0);
        foreach (var (group, part, isAll) in payers.Where(payer => HasMoney(payer.Group)))
        {
            var key = (classOf[group], part);
            if (!isAll && !after.ContainsKey(key)) after.Add(key, NewClass(key, share));
            classOf[group] = isAll ? Empty : after[key];
        }
    }

    int NewClass((int Parent, Fraction Part) from, Enclosure share)
    {
        classes.Add((from.Parent, payments.Count - 1, from.Part));
        near.Add(near[from.Parent].Times(Enclosure.One - share.Times(from.Part)));
        exact.Add(null);
        return near.Count - 1;
    }

    Enclosure Near(PurseSum sum) => sum.Parts.Aggregate(default(Enclosure), (total, entry) => total + near[entry.Key].Times(entry.Value));

    Fraction Exact(PurseSum sum) => sum.Parts.Aggregate(default(Fraction), (total, entry) => total + Exact(entry.Key) * entry.Value);

    Fraction Exact(int one)
    {
        if (exact[one] is { } known) return known;
        var (parent, payment, part) = classes[one];
        var money = Exact(parent) * (1 - ShareOf(payment) * part);
        exact[one] = money;
        return money;
    }

    Fraction ShareOf(int payment)
    {
        if (shares.TryGetValue(payment, out var known)) return known;
        var (cost, paid, given) = payments[payment];
        var all = Exact(given);
        return shares[payment] = all.Numerator.IsZero ? 0 : (cost - Exact(paid)) / all;
    }
}
