using System.Collections.Immutable;
using PB.Tally;

namespace PB.Proposals;

/// <summary>What a proposer knows of the money and of later: all of it may be left out.</summary>
public sealed record DraftDetails
{
    public static DraftDetails None { get; } = new();

    public ImmutableArray<CostLine> Costs { get; init; } = [];
    public ImmutableArray<PlaceLine> Places { get; init; } = [];

    /// <summary>What it costs a year once it is there.</summary>
    public Money? RunningCosts { get; init; }

    public string RunningCostsBy { get; init; } = "";

    /// <summary>Who will own it and look after it.</summary>
    public string OwnerAfter { get; init; } = "";
}
