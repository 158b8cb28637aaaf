namespace PB.Proposals;

/// <summary>Why a proposer cannot do what they ask.</summary>
public enum ProposalRefusal
{
    IdeasNotOpenYet,
    IdeasClosed,

    /// <summary>It was sent in or taken back meanwhile, in another window.</summary>
    NoDraftAnyMore,
    NotComplete,
    TooManyPhotos,

    /// <summary>Voting has opened: the ballot paper is frozen.</summary>
    VotingHasOpened,

    /// <summary>It was taken back, so there is nothing to change.</summary>
    TakenBack,
    NothingChanged,
    TooManyCoProposers,

    /// <summary>A code that leads nowhere, or was used.</summary>
    NoSuchCode,

    /// <summary>Nobody endorses their own.</summary>
    OwnProposal,
    AnsweredAlready,
    NoSuchProposal,

    /// <summary>One of the two is joined to another already, or asks to be.</summary>
    MergingAlready,
    MergingDecided,

    /// <summary>No address is known of who put it forward.</summary>
    NobodyToAsk,
}
