using PB.Data;
using PB.Tally;

namespace PB.Proposals;

/// <summary>An idea for the money of a round, one record from its first draft to the finished bench. The ballot calls it a project.</summary>
public sealed partial class Proposal
{
    readonly List<ProposalPhoto> photos = [];
    readonly List<ProposalCost> costs = [];
    readonly List<ProposalPlace> places = [];
    readonly List<ProposalVersion> versions = [];

    Proposal() { }

    public Proposal(Guid roundId, Provenance provenance, DateTimeOffset now)
    {
        Id = Ids.New(now);
        RoundId = roundId;
        Provenance = provenance;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }

    /// <summary>Its number in the round, given when it is sent in: in its address, on the ballot, in texts.</summary>
    public int? Number { get; private set; }

    /// <summary>How another system calls it, where it was imported.</summary>
    public string? Reference { get; private set; }

    public Provenance Provenance { get; private set; }
    public Guid? ProposerId { get; private set; }
    public string ProposerName { get; private set; } = "";
    public string? ProposerEmail { get; private set; }

    /// <summary>SHA-256 of the key in the link by which a draft without an account is opened.</summary>
    public byte[]? DraftKeyHash { get; private set; }

    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>Where it would be, in words.</summary>
    public string Place { get; private set; } = "";

    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>What the proposer thinks that it costs.</summary>
    public Money? Estimate { get; private set; }

    /// <summary>What it costs on the ballot, set by an officer; the estimate where nobody set another.</summary>
    public Money? Price { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public IReadOnlyList<ProposalPhoto> Photos => photos;
    public IReadOnlyList<ProposalCost> Costs => costs;

    /// <summary>The other places where it would be, beside <see cref="Place"/>.</summary>
    public IReadOnlyList<ProposalPlace> Places => places;

    /// <summary>How it read when it was sent in, and after each change since.</summary>
    public IReadOnlyList<ProposalVersion> Versions => versions;

    public bool IsDraft => SubmittedAt is null && WithdrawnAt is null;

    /// <summary>What stands on the ballot as its price.</summary>
    public Money? BallotPrice => Price ?? Estimate;

    public void BelongTo(Guid? personId, string name, string? email, byte[]? draftKeyHash) =>
        (ProposerId, ProposerName, ProposerEmail, DraftKeyHash) = (personId, name, email, draftKeyHash);

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    public void SetPrice(Money price) => Price = price;

    /// <summary>Takes over a project from another system's file as it stands there.</summary>
    public void Import(int number, string reference, string title, string description, Money price, DateTimeOffset now)
    {
        RequireDraft();
        (Number, Reference, Title, Description, Price, SubmittedAt) = (number, reference, title, description, price, now);
    }
}

/// <summary>Whose idea it is; shown wherever the proposal is.</summary>
public enum Provenance
{
    Resident,

    /// <summary>Neighbours, a club, a class: it needs no official name and no bank account.</summary>
    Group,
    Organisation,
    Council,

    /// <summary>It was put forward in an earlier round, and its proposer wanted it here as well.</summary>
    CarriedOver,
    Imported,

    /// <summary>A youth panel chose it from what groups asked a fund for, and people decide on it.</summary>
    Shortlisted,
}
