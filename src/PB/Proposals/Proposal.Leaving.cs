namespace PB.Proposals;

// Ways out of a round's list that are no refusal: joined to another, split off, passed on. WithdrawnAt says since when it is out.
public sealed partial class Proposal
{
    /// <summary>The proposal that it is a part of now.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>The proposal that it was a part of before.</summary>
    public Guid? SplitFrom { get; private set; }

    /// <summary>When it was handed to somebody who can do it outside this round.</summary>
    public DateTimeOffset? PassedOnAt { get; private set; }

    public void MergeInto(Guid host, DateTimeOffset now)
    {
        if (SubmittedAt is null || WithdrawnAt is not null || host == Id)
            throw new InvalidOperationException($"Proposal {Number} is not on the list.");
        (MergedInto, WithdrawnAt) = (host, now);
    }

    /// <summary>Puts it back on the list as it was.</summary>
    public void Unmerge()
    {
        if (MergedInto is null)
            throw new InvalidOperationException($"Proposal {Number} is not merged.");
        (MergedInto, WithdrawnAt) = (null, null);
    }

    public void PassOn(DateTimeOffset now)
    {
        if (SubmittedAt is null || WithdrawnAt is not null)
            throw new InvalidOperationException($"Proposal {Number} is not on the list.");
        (PassedOnAt, WithdrawnAt) = (now, now);
    }

    /// <summary>A draft with the same words, for the part that its proposer wants to put forward by itself.</summary>
    public Proposal Split(byte[]? draftKeyHash, DateTimeOffset now)
    {
        var part = new Proposal(RoundId, Provenance, now) { SplitFrom = Id };
        part.BelongTo(ProposerId, ProposerName, ProposerEmail, draftKeyHash);
        part.Write(Title, Description, Estimate);
        part.Locate(Place, Latitude, Longitude);
        part.Detail(Details());
        return part;
    }
}
