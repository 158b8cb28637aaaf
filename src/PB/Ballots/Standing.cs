using PB.Roll;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>Where somebody stands with a round's ballot at one moment; a visitor has no <see cref="Voter"/>.</summary>
public sealed record Standing(Round Round, BallotPaper? Paper, Voter? Voter, DateTimeOffset Now)
{
    /// <summary>Where this person is on the roll; null for visitors, of whom nothing is known.</summary>
    public PlaceOnTheRoll? Place { get; init; }

    /// <summary>Whether it is by a code that they vote, and not by an account.</summary>
    public bool ByCode { get; init; }

    /// <summary>Why this person may not vote; null for those who may, and for visitors.</summary>
    public RollRefusal? WhyNot => Place?.WhyNot;

    public Mark? Mark { get; init; }

    /// <summary>The first thing that this person has to be told, in the order in which reasons are told.</summary>
    public BallotDoor Door => this switch
    {
        { Round.CancelledAt: not null } => BallotDoor.Cancelled,
        { Paper: null } => BallotDoor.NotOpenYet,
        { Paper.ClosesAt: var closes } when Now >= closes => BallotDoor.Closed,
        { Paper.Projects.Length: 0 } => BallotDoor.NothingToVoteOn,
        { WhyNot: not (null or RollRefusal.AddressNotConfirmed or RollRefusal.NotProven or RollRefusal.AreaNotChosen) } => BallotDoor.NotEligible,
        { Mark: not null } => BallotDoor.Voted,
        _ => BallotDoor.Open,
    };

    /// <summary>Whether a ballot of this person can still go in, a first one or a changed one.</summary>
    public bool MayCast => Door is BallotDoor.Open || (Door is BallotDoor.Voted && Mark!.MayChange(Paper!));
}

/// <summary>What somebody finds who comes to vote.</summary>
public enum BallotDoor
{
    Cancelled,
    NotOpenYet,
    Closed,
    NothingToVoteOn,
    NotEligible,
    Voted,
    Open,
}
