namespace PB.Rounds;

/// <summary>Who may vote in a round, as data and in words. Where people live is told by the round's neighbourhoods.</summary>
public sealed record Eligibility
{
    public int? MinimumAge { get; init; }
    public int? MaximumAge { get; init; }
    public string InWords { get; init; } = "";
}
