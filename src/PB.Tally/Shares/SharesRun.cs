namespace PB.Tally.Shares;

/// <summary>One run of equal shares from one start, exactly.</summary>
sealed class SharesRun
{
    readonly Electorate electorate;
    readonly Barriers barriers;
    readonly Func<IReadOnlyList<int>, int> first;
    readonly Lineup lineup;

    /// <summary>Prepares a run.</summary>
    /// <param name="electorate">Who supports what.</param>
    /// <param name="barriers">What may be bought; the run closes what it buys and what nobody can pay for any more.</param>
    /// <param name="start">The money of each voter, in minor units.</param>
    /// <param name="first">Chooses among equals, by the tie rule.</param>
    public SharesRun(Electorate electorate, Barriers barriers, Fraction start, Func<IReadOnlyList<int>, int> first)
    {
        (this.electorate, this.barriers, this.first) = (electorate, barriers, first);
        Purses = new(electorate, start);
        lineup = new(electorate, barriers, Purses);
    }

    public Purses Purses { get; }

    /// <summary>What was bought, in order.</summary>
    public List<int> Bought { get; } = [];

    /// <summary>Buys until nobody can pay for anything more.</summary>
    public void Finish()
    {
        while (Gift() is { } position) Buy(position);
        while (lineup.Lowest() is { Count: > 0 } lowest)
        {
            var position = lowest.Count == 1 ? lowest[0].Position : first([.. lowest.Select(price => price.Position)]);
            Purses.Pay(lowest.Single(price => price.Position == position));
            Buy(position);
        }
    }

    void Buy(int position)
    {
        Bought.Add(position);
        barriers.Buy(position);
    }

    // What costs nothing has the score 0.
    int? Gift()
    {
        var gifts = Enumerable.Range(0, electorate.Projects).Where(position => electorate.Cost(position) == 0 && barriers.IsOpen(position)).ToList();
        return gifts.Count == 0 ? null : gifts.Count == 1 ? gifts[0] : first(gifts);
    }
}
