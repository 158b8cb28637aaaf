namespace PB.Tally.Shares;

/// <summary>What a project's supporters have together, and the poor among them, along a stretch of increases; and the weight of the others.</summary>
readonly record struct StretchSums
{
    public Line All { get; init; }

    public double AllSlack { get; init; }

    public Line Poor { get; init; }

    public double PoorSlack { get; init; }

    /// <summary>True if the poor have nothing at all.</summary>
    public bool IsWithoutPoor { get; init; }

    public double Weight { get; init; }

    /// <summary>The share of <see cref="Weight"/> by which it may be wrong.</summary>
    public double WeightRounded { get; init; }
}
