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
    const double CloseEnough = 1 + 1e-12;
    const int MostDivisions = 64;
    const int ManyGlances = 12;

    readonly StretchSupporters supporters = new();
    readonly bool mayDraw = StretchSketch.IsOfUse(electorate);
    StretchSketch? sketch;
    bool isDrawn;
    long decisions, glances;
    // Whose supporters are laid out; none once somebody paid.
    (StretchPurses? Purses, int Position) laidOut;

    public Electorate Electorate => electorate;

    /// <summary>Which project won each decision of a run, where it was made last: it may well win again.</summary>
    public int[] WonLast { get; } = new int[electorate.Projects + 1];

    /// <summary>Told that a decision begins.</summary>
    public void Begin() => decisions++;

    /// <summary>Draws the purses, if so far decisions had to look at many projects: then <see cref="Glance"/> is about them.</summary>
    public void Draw(StretchPurses purses, long from, long to)
    {
        isDrawn = mayDraw && glances > ManyGlances * decisions;
        if (isDrawn) purses.Draw(sketch ??= new(electorate), from, to);
    }

    /// <summary>A bound from below of a project's price throughout the stretch, for which no purse is looked at; it may be as low as zero.</summary>
    public double Glance(int position, double price)
    {
        glances++;
        return isDrawn ? sketch!.Floor(position, price) : 0;
    }

    /// <summary>What is known of a project before anybody paid: what it would cost if nobody was poor, and that supporters have what they start with.</summary>
    public Bid First(int position, StretchPurses purses)
    {
        var weight = electorate.NearWeight[position];
        var price = new Line(electorate.Cost(position) / weight, 0);
        return new(position, price, 8 * Tiny * price.Value, price.Value) { Most = purses.Start * (electorate.Supporters[position] * (1 + 8 * Tiny)) };
    }

    /// <summary>
    /// Divides the supporters in the middle of the stretch, first at the price known so far, then at what follows from that, until it rises no more: a new bound from below.
    /// </summary>
    public Bid Raise(StretchPurses purses, in Bid known, long from, long to)
    {
        var (cost, middle) = ((double)electorate.Cost(known.Position), Middle(from, to));
        LayOut(purses, known.Position);
        var (all, slack) = supporters.Together(middle, to);
        var bid = known with { Least = all + -slack, Most = all + slack };
        var price = Math.Max(0, known.Price.At(middle));
        for (var divisions = 0; ; divisions++)
        {
            var (poor, weight) = supporters.Split(price);
            if (weight == 0) return bid with { Weight = 0, IsWithoutPoor = false };
            var next = (cost - poor) / weight;
            if (next <= price * CloseEnough || divisions == MostDivisions) return Divided(bid, price, to);
            price = next;
        }
    }

    /// <summary>The same bid with a slack that holds upwards too; infinite if no bound from above is known.</summary>
    public Bid Certified(StretchPurses purses, in Bid bid, long from, long to)
    {
        if (laidOut != (purses, bid.Position))
        {
            LayOut(purses, bid.Position);
            supporters.Together(Middle(from, to), to);
        }
        var guess = bid.Weight > 0 ? bid.Slack : double.PositiveInfinity;
        for (var tries = 0; tries < 8 && double.IsFinite(guess); tries++)
        {
            var (money, weight) = supporters.Missed(bid, guess, from, to);
            var rest = bid.Weight * (1 - 1e-12) - weight;
            var more = money == 0 ? 0 : rest > 0 ? money / rest * (1 + 8 * Tiny) : double.PositiveInfinity;
            if (more <= guess) return bid with { Price = bid.Price + more / 2, Slack = (bid.Slack + more / 2) * (1 + 8 * Tiny) + 4 * Tiny * Math.Abs(bid.Price.Value) };
            guess = 2 * more;
        }
        return bid with { Slack = double.PositiveInfinity };
    }

    /// <summary>Takes the price from the supporters.</summary>
    public void Pay(StretchPurses purses, in Bid bid, long from, long to)
    {
        if (laidOut != (purses, bid.Position)) LayOut(purses, bid.Position);
        supporters.Pay(bid, from, to);
        purses.Take(bid.Position, supporters);
        laidOut = default;
        if (isDrawn) purses.Draw(sketch!, bid.Position, supporters, from, to);
    }

    static double Middle(long from, long to) => (from + to) / 2.0;

    void LayOut(StretchPurses purses, int position)
    {
        purses.LayOut(position, supporters);
        laidOut = (purses, position);
    }

    Bid Divided(in Bid bid, double price, long to)
    {
        var (cost, sums) = ((double)electorate.Cost(bid.Position), supporters.Divide(price, to));
        return bid with
        {
            Price = new((cost - sums.Poor.Value) / sums.Weight, -sums.Poor.Slope / sums.Weight),
            Slack = Slack(sums, cost, to),
            SplitAt = price,
            Weight = sums.Weight,
            IsWithoutPoor = sums.IsWithoutPoor,
        };
    }

    double Slack(StretchSums sums, double cost, long to)
    {
        var (size, rounded) = ((cost + sums.Poor.Size(to)) / sums.Weight, supporters.Rounded + 16 * Tiny);
        return (sums.PoorSlack / sums.Weight + size * rounded) * (1 + rounded);
    }
}
