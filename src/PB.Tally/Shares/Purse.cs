namespace PB.Tally.Shares;

/// <summary>What the voters of a group have together along a stretch of increases: <see cref="StretchPurses"/>.</summary>
/// <param name="Value">What they have before any increase.</param>
/// <param name="Slope">What each increase adds.</param>
/// <param name="Slack">By how much that may be wrong, either way; 0 only if they have exactly that.</param>
/// <param name="Voters">How many they are.</param>
/// <remarks>As small as can be: with a million groups the time to fetch them from memory is most of the time there is.</remarks>
readonly record struct Purse(double Value, double Slope, float Slack, int Voters)
{
    /// <summary>A float that is not below this slack, and zero only if the slack is.</summary>
    public static float Above(double slack) => slack == 0 ? 0 : (float)(slack * (1 + 1e-6) + 1e-37);
}
