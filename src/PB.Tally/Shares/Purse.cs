namespace PB.Tally.Shares;

/// <summary>What the voters of a group have together along a stretch of increases: <see cref="StretchPurses"/>.</summary>
/// <param name="Value">What they have before any increase.</param>
/// <param name="Slope">What each increase adds.</param>
/// <param name="Slack">By how much that may be wrong, either way; 0 only if they have exactly that.</param>
/// <param name="Voters">How many they are.</param>
readonly record struct Purse(double Value, double Slope, double Slack, double Voters);
