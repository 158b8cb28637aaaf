using PB.Screening;

namespace PB.Proposals;

// What a proposer puts right when a check asked for it.
public sealed partial class Proposal
{
    public void Mend(MendedText text, DateTimeOffset now)
    {
        if (SubmittedAt is null || WithdrawnAt is not null)
            throw new InvalidOperationException("Only what is sent in, and not taken back, can be mended.");
        (Description, Place, Estimate) = (text.Description, text.Place, text.Estimate);
        Take(Details() with { Costs = [.. text.Costs] });
        Keep(ProposerId, byStaff: false, text.WhatChanged, now);
    }
}
