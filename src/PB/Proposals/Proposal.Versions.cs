namespace PB.Proposals;

// What changes after it is sent in, with a trace that everybody can read.
public sealed partial class Proposal
{
    /// <summary>Changes the words of a proposal that is sent in, and keeps how it reads now beside how it read before.</summary>
    /// <returns>The new version; null when nothing is different.</returns>
    public ProposalVersion? Revise(DraftText text, DraftDetails details, RevisedBy by, DateTimeOffset now)
    {
        if (SubmittedAt is null)
            throw new InvalidOperationException("A draft is written, not revised.");
        (Title, Description, Estimate, Place) = (text.Title, text.Description, text.Estimate, text.Place);
        (Latitude, Longitude) = (text.Spot?.Latitude, text.Spot?.Longitude);
        Take(details);
        return Keep(by.Person, by.IsStaff, by.Because, now);
    }

    ProposalVersion? Keep(Guid? by, bool byStaff, string because, DateTimeOffset now)
    {
        var version = new ProposalVersion(this, by, byStaff, because, now);
        if (versions.MaxBy(kept => kept.Number)?.ReadsLike(version) is true)
            return null;
        versions.Add(version);
        return version;
    }
}

/// <summary>Who revises a proposal, and why; the reason is public.</summary>
public sealed record RevisedBy(Guid? Person, bool IsStaff, string Because);
