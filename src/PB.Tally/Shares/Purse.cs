namespace PB.Tally.Shares;

/// <summary>What the voters of a group have left together along a stretch of increases.</summary>
/// <param name="Value">The money before the first increase of the stretch.</param>
/// <param name="Slope">What each increase adds.</param>
/// <param name="Slack">By how much that may be wrong; 0 only of a group that has nothing left.</param>
/// <param name="Voters">How many they are.</param>
readonly record struct Purse(double Value, double Slope, double Slack, double Voters)
{
    public bool IsEmpty => Slack == 0;
}
