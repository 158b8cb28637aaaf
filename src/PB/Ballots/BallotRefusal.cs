namespace PB.Ballots;

/// <summary>Why a ballot was not taken, in the order in which the reasons are told.</summary>
public enum BallotRefusal
{
    NotOpenYet,
    Closed,
    NotEligible,
    AlreadyVoted,

    /// <summary>Another ballot of the same voter came in between, from another device or window.</summary>
    ChangedElsewhere,

    /// <summary>The same form was sent before with other choices.</summary>
    FormUsedTwice,
    NoSuchProject,
    TooFewChosen,
    TooManyChosen,
    OverThePot,
}
