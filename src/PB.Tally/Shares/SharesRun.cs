namespace PB.Tally.Shares;

/// <summary>One run of equal shares from one start, exactly.</summary>
sealed class SharesRun
{
    readonly Electorate electorate;
    readonly Barriers barriers;
    readonly TieBreak ties;
    readonly Lineup lineup;

    /// <summary>Prepares a run.</summary>
    /// <param name="electorate">Who supports what.</param>
    /// <param name="barriers">What may be bought; the run closes what it buys and what nobody can pay for any more.</param>
    /// <param name="start">The money of each voter, in minor units.</param>
    /// <param name="ties">Chooses among equals.</param>
    public SharesRun(Electorate electorate, Barriers barriers, Fraction start, TieBreak ties)
    {
        (this.electorate, this.barriers, this.ties, Purses) = (electorate, barriers, ties, new(electorate, start));
        lineup = new(electorate, barriers, Purses);
    }

    public Purses Purses { get; }

    /// <summary>What was bought, in order, each with its score (rho).</summary>
    public List<(int Position, Fraction Score)> Bought { get; } = [];

    /// <summary>Buys until nobody can pay for anything more.</summary>
    /// <param name="story">Told of everything, if it is to be told.</param>
    public void Finish(SharesStory? story = null)
    {
        while (Gifts() is { Count: > 0 } gifts) Buy(ties.First(gifts), 0);
        story?.Begin(Purses, barriers);
        while (lineup.Lowest(story is null ? 1 : SharesStory.Contenders + 1) is { Count: > 0 } lowest)
        {
            var equals = lowest.TakeWhile(price => lineup.Compare(price, lowest[0]) == 0).Select(price => price.Position);
            var position = ties.First(equals);
            var price = lowest.Single(price => price.Position == position);
            story?.Tell(price, lowest);
            Buy(position, Purses.Exact(price) / electorate.Scale(position));
            Purses.Pay(price, story?.Together);
            story?.Follow();
        }
    }

    /// <summary>True if all of these were bought at the same score; then they would have been in every order, and everybody would have paid the same.</summary>
    /// <remarks>
    /// A project bought at the score at which it was tied before the others were bought: since nobody can pay more than before, each voter paid
    /// for it what that voter would have paid at once. So all of these payments fit into every purse together, in every order, and no score changes.
    /// </remarks>
    public bool AllAtOneScore(IReadOnlyCollection<int> positions)
    {
        var scores = Bought.Where(bought => positions.Contains(bought.Position)).Select(bought => bought.Score).ToList();
        return scores.Count == positions.Count && scores.TrueForAll(score => score == scores[0]);
    }

    void Buy(int position, Fraction score)
    {
        Bought.Add((position, score));
        barriers.Buy(position);
    }

    // What costs nothing has the score 0.
    List<int> Gifts() => [.. Enumerable.Range(0, electorate.Projects).Where(position => electorate.Cost(position) == 0 && barriers.IsOpen(position))];
}
