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
}
