namespace PB.Tally.Shares;

/// <summary>What the poor among a project's supporters have together along a stretch of increases, and the weight of the others.</summary>
readonly record struct StretchSums
{
    public Line Poor { get; init; }

    /// <summary>By how much <see cref="Poor"/> may be wrong.</summary>
    public double PoorSlack { get; init; }

    /// <summary>True if the poor have nothing at all.</summary>
    public bool IsWithoutPoor { get; init; }

    public double Weight { get; init; }
}
