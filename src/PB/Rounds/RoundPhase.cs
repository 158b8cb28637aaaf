namespace PB.Rounds;

/// <summary>Where a round stands. Never stored: worked out from what happened, the calendar and the time of asking.</summary>
public enum RoundPhase
{
    Draft,
    Announced,
    Ideas,
    Screening,
    Discussion,
    Voting,
    Counting,
    Result,
    Delivery,
    Review,
    Archived,
    Cancelled,
}
