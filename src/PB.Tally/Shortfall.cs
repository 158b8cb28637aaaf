namespace PB.Tally;

/// <summary>What a project was short of: <see cref="Step.VotesShort"/> and <see cref="Step.CheaperBy"/>.</summary>
readonly record struct Shortfall(int? Votes, Money? Money)
{
    /// <summary>The least of both, where either would do.</summary>
    public Shortfall Or(Shortfall other) => new(
        Votes is null || other.Votes < Votes ? other.Votes : Votes,
        Money is null || other.Money < Money ? other.Money : Money);
}
