using PB.Data;
using PB.Journal;

namespace PB.Proposals;

/// <summary>Changes proposals that are sent in. Each change is a version that everybody can hold against the one before.</summary>
public sealed class RevisionBook(PbContext db, RevisionLetters letters, TimeProvider clock)
{
    /// <summary>A proposer changes their own, while ideas are open.</summary>
    public Task<ProposalRefusal?> ReviseOwnAsync(Guid id, Guid? person, Revision revision, CancellationToken cancel) =>
        db.ChangeProposalAsync(id, clock, (proposal, round, now) => Task.FromResult(
            proposal.WhyNotRevised(round, now) ?? Change(proposal, revision, new RevisedBy(person, false, revision.Because), now)), cancel);

    /// <summary>An officer changes somebody's, before voting opens: the proposer is written to, and the reason is public.</summary>
    public Task<ProposalRefusal?> ReviseForAsync(Guid id, Guid officer, Revision revision, CancellationToken cancel) =>
        db.ChangeProposalAsync(id, clock, async (proposal, round, now) =>
        {
            if (proposal.WhyNotRevisedByStaff(round, now) is { } refusal) return refusal;
            if (Change(proposal, revision, new RevisedBy(officer, true, revision.Because), now) is { } sameAsBefore) return sameAsBefore;
            db.Journal.Add(new JournalEntry(officer, "Changed the text of a proposal", $"rounds/{round.Slug}/proposals/{proposal.Number}", revision.Because, now));
            if (await db.AddressOfProposerAsync(proposal, cancel) is { } address)
                db.Messages.Add(letters.Changed(round, proposal, address, now));
            return null;
        }, cancel);

    static ProposalRefusal? Change(Proposal proposal, Revision revision, RevisedBy by, DateTimeOffset now) =>
        proposal.Revise(revision.Text, revision.Details, by, now) is null ? ProposalRefusal.NothingChanged : null;
}

/// <summary>How a proposal shall read, and why.</summary>
public sealed record Revision(DraftText Text, DraftDetails Details, string Because);
