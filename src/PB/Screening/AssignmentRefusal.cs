namespace PB.Screening;

/// <summary>Why an officer cannot do something with an assignment.</summary>
public enum AssignmentRefusal
{
    /// <summary>It was forwarded, returned or withdrawn meanwhile, or is decided.</summary>
    NotThereAnyMore,
    VotingHasOpened,

    /// <summary>Somebody answered or accepted since the page was opened.</summary>
    ChangedMeanwhile,

    /// <summary>Whoever answered cannot accept.</summary>
    OwnAnswer,
    NotAnswered,

    /// <summary>The other department has it already.</summary>
    HasItAlready,
}
