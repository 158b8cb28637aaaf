using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>Why a run bought what it bought, and what those had left who could not pay: <see cref="Decision"/>.</summary>
sealed class SharesStory(Electorate electorate, Contest contest)
{
    /// <summary>How many of the projects that came next are told of each decision.</summary>
    public const int Contenders = 3;

    Purses purses = null!;
    Barriers barriers = null!;
    double[] least = [];

    /// <summary>What was told of each project.</summary>
    public Decision?[] Decisions { get; } = new Decision?[electorate.Projects];

    /// <summary>What the supporters of each project have together, near enough to know when to look.</summary>
    public double[] Together { get; } = new double[electorate.Projects];

    public void Begin(Purses of, Barriers open)
    {
        (purses, barriers) = (of, open);
        for (var position = 0; position < Together.Length; position++) Together[position] = purses.Split(position, 0).All;
        // A sum of millions of amounts, each wrong by a unit in the last place, is wrong by far less.
        least = [.. Together.Select((together, position) => electorate.Cost(position) + together * 1e-8)];
        Follow();
    }

    /// <summary>A project is about to be bought at a price.</summary>
    public void Tell(Price price, List<Price> lowest) => Decisions[price.Position] = new()
    {
        Phase = "equal_shares",
        Score = Score(price),
        Supporters = electorate.Supporters[price.Position],
        PaidAllTheyHad = Enumerable.Range(0, price.Part.Length).Where(i => price.Part[i] == Part.All).Sum(i => electorate.Times[electorate.Group(First(price) + i)]),
        MostPaid = MostPaid(price),
        SupportersHad = purses.Together(price.Position),
        Others = [.. lowest.Where(other => other != price).OrderBy(Score).ThenBy(other => contest.Candidates[other.Position], contest.Order)
            .Take(Contenders).Select(other => new Contender(contest.Profile.Number(other.Position), Score(other).ToDecimal()))],
    };

    /// <summary>Looks for projects whose supporters cannot pay any more.</summary>
    public void Follow()
    {
        for (var position = 0; position < least.Length; position++)
            if (barriers.IsOpen(position) && Together[position] < least[position]) Look(position);
    }

    void Look(int position)
    {
        var together = purses.Together(position);
        if (together >= electorate.Cost(position)) return;
        barriers.Close(position);
        Decisions[position] = new() { Phase = "equal_shares", Supporters = electorate.Supporters[position], SupportersHad = together };
    }

    Fraction Score(Price price) => purses.Exact(price) / electorate.Scale(price.Position);

    int First(Price price) => electorate.Entries(price.Position).First;

    // Whoever pays all pays less than weight × price, which may still be more than somebody of less weight pays in full.
    Fraction MostPaid(Price price)
    {
        var (first, end) = electorate.Entries(price.Position);
        var entries = Enumerable.Range(first, end - first).ToList();
        var full = entries.Where(entry => price.Part[entry - first] != Part.All).Max(electorate.Weight);
        var most = purses.Exact(price) * new BigInteger(full);
        if (electorate.IsUniform) return most;
        var (near, slack) = (purses.Near(price) * full, 4 * purses.Error);
        foreach (var entry in entries.Where(entry => price.Part[entry - first] == Part.All && purses.Near(electorate.Group(entry)) >= near - slack))
            if (purses.Money(electorate.Group(entry)) is var money && money > most) (most, near) = (money, purses.Near(electorate.Group(entry)));
        return most;
    }
}
