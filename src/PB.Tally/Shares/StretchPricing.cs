namespace PB.Tally.Shares;

/// <summary>Finds prices along a stretch of increases, with bounds.</summary>
/// <remarks>
/// As in <see cref="Pricing"/>, whoever is taken for poor, (cost − money of the poor) / weight of the others is a bound q from below, at each number of
/// increases. From above: at q + r + m, where r covers what purses and roundings are wrong by, the supporters pay
/// at least the cost if m × (weight of the others less that of those who may be poor) covers the money on the wrong side: what the poor have more than
/// the price q, and what the others who may be poor have less than q + r. So the true price is at most q + r + that money / that weight.
/// </remarks>
sealed class StretchPricing(Electorate electorate)
{
    const double Tiny = Rounding.Unit;
    const double CloseEnough = 1 + 1e-6;

    /// <summary>What is known of a project before anybody paid: what it would cost if nobody was poor, and that supporters have what they start with.</summary>
    public Bid First(int position, StretchPurses purses)
    {
        var weight = (double)electorate.TotalWeight[position];
        var price = new Line(electorate.Cost(position) / weight, 0);
        return new(position, price, 8 * Tiny * price.Value, price.Value, 0) { Most = purses.Start * (electorate.Supporters[position] * (1 + 8 * Tiny)) };
    }

    /// <summary>
    /// Divides the supporters at the price known so far, in the middle of the stretch: a new bound from below, and whether a further division would raise it.
    /// </summary>
    public (Bid Bid, bool IsFinal) Raise(StretchPurses purses, Bid known, (long From, long To) stretch)
    {
        var (cost, middle) = ((double)electorate.Cost(known.Position), (stretch.From + stretch.To) / 2.0);
        var price = Math.Max(0, known.Price.At(middle));
        var sums = purses.Split(known.Position, price, middle, stretch.To);
        var bid = BidOf(known, sums, price, middle) with { Slack = Slack(sums, cost, stretch.To) };
        if (sums.Weight == 0) return (bid with { Price = known.Price, Slack = known.Slack }, true);
        return (bid, bid.Price.At(middle) <= price * CloseEnough);
    }

    /// <summary>The same bid with a slack that holds upwards too; infinite if no bound from above is known.</summary>
    public static Bid Certified(StretchPurses purses, Bid bid, (long From, long To) stretch)
    {
        var guess = bid.Slack;
        for (var tries = 0; tries < 8; tries++)
        {
            var (money, weight) = purses.Missed(bid, guess, stretch.From, stretch.To);
            var rest = bid.Weight * (1 - 1e-12) - weight;
            var more = money == 0 ? 0 : rest > 0 ? money / rest * (1 + 8 * Tiny) : double.PositiveInfinity;
            if (more <= guess) return bid with { Price = bid.Price + more / 2, Slack = (bid.Slack + more / 2) * (1 + 8 * Tiny) + 4 * Tiny * Math.Abs(bid.Price.Value) };
            guess = 2 * more;
        }
        return bid with { Slack = double.PositiveInfinity };
    }

    Bid BidOf(Bid known, StretchSums sums, double price, double middle)
    {
        var cost = (double)electorate.Cost(known.Position);
        var line = sums.Weight == 0 ? known.Price : new Line((cost - sums.Poor.Value) / sums.Weight, -sums.Poor.Slope / sums.Weight);
        return new(known.Position, line, 0, price, middle)
        {
            Least = sums.All + -sums.AllSlack,
            Most = sums.All + sums.AllSlack,
            Weight = sums.Weight,
            IsWithoutPoor = sums.IsWithoutPoor,
        };
    }

    static double Slack(StretchSums sums, double cost, long to)
    {
        if (sums.Weight == 0) return double.PositiveInfinity;
        var size = (cost + sums.Poor.Size(to)) / sums.Weight;
        return (sums.PoorSlack / sums.Weight + size * (sums.WeightRounded + 16 * Tiny)) * (1 + sums.WeightRounded + 16 * Tiny);
    }
}
