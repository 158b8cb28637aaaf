using PB.Ballots;

namespace PB.Roll;

/// <summary>How somebody came onto the roll of a round, the weakest first.</summary>
public enum RollWay
{
    /// <summary>Not yet: people decide.</summary>
    Provisional,

    /// <summary>By an account and their own word.</summary>
    Declaration,

    /// <summary>By a code that a teacher or the leader of a group handed out.</summary>
    School,

    /// <summary>By a code from a letter.</summary>
    Letter,

    /// <summary>By a match with a register.</summary>
    Register,

    /// <summary>By staff who saw them.</summary>
    Desk,
}

/// <summary>The ways as the ballot's leaf commits to them, and as the figures name them.</summary>
static class RollWays
{
    public static string Class(this RollWay way) => way is RollWay.Declaration ? BallotFields.Declared : way.ToString().ToLowerInvariant();
}
