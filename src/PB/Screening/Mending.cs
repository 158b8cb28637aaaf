using PB.Data;
using PB.Proposals;
using PB.Tally;

namespace PB.Screening;

/// <summary>The one time that a proposer is asked to put a proposal right, and what they did.</summary>
public sealed class Mending
{
    Mending() { }

    /// <param name="proposal">As it is before.</param>
    /// <param name="asked">What has to be put right.</param>
    /// <param name="until">The first moment at which it is too late.</param>
    /// <param name="keyHash">SHA-256 of the key in the link that the proposer gets.</param>
    /// <param name="now">When it is asked.</param>
    public Mending(Proposal proposal, string asked, DateTimeOffset until, byte[] keyHash, DateTimeOffset now)
    {
        (Id, ProposalId, Asked, Until, KeyHash, AskedAt) = (Ids.New(now), proposal.Id, asked, until, keyHash, now);
        (DescriptionBefore, PlaceBefore, EstimateBefore) = (proposal.Description, proposal.Place, proposal.Estimate);
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public string Asked { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public string DescriptionBefore { get; private set; } = "";
    public string PlaceBefore { get; private set; } = "";
    public Money? EstimateBefore { get; private set; }
    public DateTimeOffset? MendedAt { get; private set; }

    /// <summary>In the proposer's words; public.</summary>
    public string WhatChanged { get; private set; } = "";

    public bool IsOpenAt(DateTimeOffset now) => MendedAt is null && now < Until;

    public void Mend(string whatChanged, DateTimeOffset now) => (WhatChanged, MendedAt) = (whatChanged, now);
}
