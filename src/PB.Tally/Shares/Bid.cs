namespace PB.Tally.Shares;

/// <summary>The price of a project along a stretch of increases.</summary>
/// <param name="Position">The project.</param>
/// <param name="Price">The price of a unit of weight.</param>
/// <param name="Slack">By how much the price may be wrong, either way; before it is certified only downwards.</param>
/// <param name="SplitAt">The price at which the supporters were divided into poor and others, in the middle of the stretch.</param>
readonly record struct Bid(int Position, Line Price, double Slack, double SplitAt)
{
    /// <summary>What its supporters have together, at least and at most.</summary>
    public Line Least { get; init; }

    /// <summary>See <see cref="Least"/>.</summary>
    public Line Most { get; init; }

    public double Weight { get; init; }

    /// <summary>True if nobody was taken for poor who has anything.</summary>
    public bool IsWithoutPoor { get; init; }
}
