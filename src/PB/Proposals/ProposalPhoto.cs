using PB.Data;

namespace PB.Proposals;

/// <summary>A picture of a proposal, made anew from what was uploaded so that nothing hidden in the file is kept.</summary>
public sealed class ProposalPhoto
{
    ProposalPhoto() { }

    public ProposalPhoto(Guid proposalId, byte[] jpeg, string altText, DateTimeOffset now) =>
        (Id, ProposalId, Jpeg, AltText) = (Ids.New(now), proposalId, jpeg, altText);

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public byte[] Jpeg { get; private set; } = [];

    /// <summary>What the picture shows, for people who cannot see it.</summary>
    public string AltText { get; private set; } = "";
}
