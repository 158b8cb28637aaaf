namespace PB.Tally.Shares;

/// <summary>Finds the price of a project: a bound from below quickly, or the exact price.</summary>
/// <remarks>
/// Whoever is taken for poor at a price, the others have to pay the rest: (cost − money of the poor) / weight of the others. That is never more
/// than the true price, since the poor pay no more than they have and the others no more than the price; and it is the price itself if the
/// poor are those who have less than weight × price. Repeated from below it rises to the price in a few passes, without sorting anybody.
/// </remarks>
sealed class Pricing(Electorate electorate, Purses purses)
{
    const double CloseEnough = 1 + 1e-12;

    /// <summary>A price that the true one is not below; infinite if the supporters have too little together.</summary>
    /// <param name="position">The project.</param>
    /// <param name="from">A bound known already.</param>
    public double Floor(int position, double from)
    {
        var (cost, bound) = ((double)electorate.Cost(position), from);
        for (var price = from; ;)
        {
            var (all, poor, weight) = purses.Split(position, price);
            var (share, slack) = Slack(position);
            if (all * (1 - share) - slack < cost * CloseEnough && !CanPay(position, all * (1 + share) + slack)) return double.PositiveInfinity;
            if (weight == 0) return bound;
            bound = Math.Max(bound, (cost * (1 - share) - poor * (1 + share) - slack) / (weight * (1 + share)));
            var next = (cost - poor) / weight;
            if (next <= price * CloseEnough) return bound;
            price = next;
        }
    }

    /// <summary>The exact price of a project that its supporters can pay for.</summary>
    public Price Exact(int position, double near)
    {
        var (first, end) = electorate.Entries(position);
        var parts = new Part[end - first];
        for (var entry = first; entry < end; entry++)
            parts[entry - first] = purses.Near(electorate.Group(entry)) < electorate.Weight(entry) * near ? Part.All : Part.Full;
        while (true)
        {
            var price = Remaining(position, parts);
            if (price.Weight.IsZero || price.Numerator.Sign < 0) Array.Fill(parts, Part.Full);
            else if (!Relabel(price)) return price;
        }
    }

    // The share of a sum, and the amount, by which sums over the supporters may be wrong: roundings, and what each purse is wrong by.
    (double Share, double Amount) Slack(int position)
    {
        var (first, end) = electorate.Entries(position);
        return ((end - first + 8) * 2 * Rounding.Unit, 2.0 * electorate.Supporters[position] * purses.Error);
    }

    bool CanPay(int position, double atMost) => atMost >= electorate.Cost(position) && purses.Together(position) >= electorate.Cost(position);

    Price Remaining(int position, Part[] parts) => new(position, purses.Remainder(position, parts), electorate.SumWeights(position, parts), parts);

    // Compares everybody with the price, exactly where doubles cannot tell; true if somebody stands on the wrong side.
    bool Relabel(Price price)
    {
        var near = purses.Near(price);
        var first = electorate.Entries(price.Position).First;
        var changes = false;
        for (var i = 0; i < price.Part.Length; i++)
        {
            var full = electorate.Weight(first + i) * near;
            var (over, slack) = (purses.Near(electorate.Group(first + i)) - full, 2 * purses.Error + 8 * Rounding.Unit * full);
            var sign = over > slack ? 1 : over < -slack ? -1 : purses.Compare(first + i, price.Numerator, price.Weight);
            changes |= sign < 0 != (price.Part[i] == Part.All);
            price.Part[i] = sign switch { > 0 => Part.Full, 0 => Part.Exactly, _ => Part.All };
        }
        return changes;
    }
}
