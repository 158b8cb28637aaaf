namespace PB.Grants.Meetings;

/// <summary>Why something cannot be done in a meeting now.</summary>
public enum MeetingRefusal
{
    /// <summary>The page is old: meanwhile something else is asked.</summary>
    PageIsOld,
    NotOpen,
    TooFewAdults,

    /// <summary>Their background check has run out, or nobody has seen one.</summary>
    AdultNotChecked,
    TooFewMembers,

    /// <summary>The panel has fewer members than it needs.</summary>
    Paused,
    NotYours,

    /// <summary>They have a conflict there, or are not in the room.</summary>
    MayNotVote,
    VotedAlready,
    AnotherItemIsOpen,
    VoteIsOpen,
    RoomNotCleared,
    NoQuorum,
    NotThatStep,
    TooFewVoted,

    /// <summary>It is a second tie, the call leaves that to the chair, and the chair said neither yes nor no.</summary>
    ChairHasToSay,
    NoParentPanel,
    ItemsAreOpen,
    NotEnoughForAll,
    NothingLeft,

    /// <summary>There are slips to enter before the vote can close.</summary>
    SlipsAreMissing,

    /// <summary>The two adults did not enter the same: both do it once more.</summary>
    SlipsDiffer,

    /// <summary>There is one slip for each who votes on paper.</summary>
    WrongNumberOfSlips,

    /// <summary>One slip alone would not be secret.</summary>
    TooFewSlips,
}
