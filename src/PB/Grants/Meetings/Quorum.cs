namespace PB.Grants.Meetings;

/// <summary>How many must be in the room: counted for each item, of those who may take part in it.</summary>
public static class Quorum
{
    public const int Fewest = 3;

    /// <param name="mayTakePart">The active members without a conflict on the item. Observers and trainees do not count.</param>
    public static int Of(int mayTakePart) => Math.Max(Fewest, (mayTakePart + 1) / 2);

    /// <summary>How many have to say yes where everybody answers in their own time: more than half, three at the least.</summary>
    /// <param name="mayDecide">How many members decide on it.</param>
    public static int Majority(int mayDecide) => Math.Max(Fewest, mayDecide / 2 + 1);

    /// <summary>What is settled where everybody answers in their own time.</summary>
    /// <param name="yes">How many have said yes so far.</param>
    /// <param name="no">How many have said no so far.</param>
    /// <param name="mayDecide">How many members decide on it.</param>
    /// <returns>True once a majority says yes, false once that cannot be any more; null as long as both can be.</returns>
    public static bool? Verdict(int yes, int no, int mayDecide) =>
        yes >= Majority(mayDecide) ? true : mayDecide - no < Majority(mayDecide) ? false : null;
}
