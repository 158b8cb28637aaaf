using PB.Tally;

namespace PB.Proposals;

/// <summary>What a proposer has written so far; empty where nothing yet.</summary>
public sealed record DraftText(string Title, string Description, Money? Estimate)
{
    public string Place { get; init; } = "";
    public (double Latitude, double Longitude)? Spot { get; init; }
    public Provenance Provenance { get; init; }
    public string ProposerName { get; init; } = "";
}
