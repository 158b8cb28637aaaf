using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Takes down ideas: starts a draft, keeps what is written, sends it in, takes it back.</summary>
/// <remarks>Every change locks the round before it reads the clock: the phase cannot change, nor a number be given twice, in between.</remarks>
public sealed class DraftBook(PbContext db, ProposalLetters letters, TimeProvider clock)
{
    /// <summary>How many links one address is sent in a day, whoever asks.</summary>
    const int MostLinksADay = 5;

    public async Task<Guid?> StartAsync(Round round, Person proposer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (round.WhyNoIdeas(now) is not null)
            return null;
        var draft = new Proposal(round.Id, Provenance.Resident, now);
        draft.BelongTo(proposer.Id, proposer.Name, null, null);
        db.Proposals.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft.Id;
    }

    /// <summary>Sends a link to an address. Whoever holds the link has shown that the address is theirs.</summary>
    public async Task<ProposalRefusal?> StartByMailAsync(Round round, string name, string email, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (round.WhyNoIdeas(now) is { } refusal)
            return refusal;
        var since = now.AddDays(-1);
        if (await db.Proposals.CountAsync(p => p.ProposerEmail == email && p.CreatedAt > since, cancel) >= MostLinksADay)
            return null;

        var key = DraftKey.New();
        var draft = new Proposal(round.Id, Provenance.Resident, now);
        draft.BelongTo(null, name, email, DraftKey.HashOf(key));
        db.Proposals.Add(draft);
        db.Messages.Add(letters.Link(round, draft, key, now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public Task<ProposalRefusal?> SaveAsync(Guid id, DraftText text, CancellationToken cancel) => ChangeDraftAsync(id, (draft, _) =>
    {
        draft.Write(text.Title, text.Description, text.Estimate);
        draft.Locate(text.Place, text.Spot?.Latitude, text.Spot?.Longitude);
        draft.Credit(text.Provenance, text.ProposerName);
        return Task.FromResult<ProposalRefusal?>(null);
    }, cancel);

    public Task<ProposalRefusal?> DetailAsync(Guid id, DraftDetails details, CancellationToken cancel) => ChangeDraftAsync(id, (draft, _) =>
    {
        draft.Detail(details);
        return Task.FromResult<ProposalRefusal?>(null);
    }, cancel);

    public Task<ProposalRefusal?> AttachAsync(Guid id, byte[] jpeg, string altText, CancellationToken cancel) => ChangeDraftAsync(id, async (draft, now) =>
    {
        if (await db.ProposalPhotos.CountAsync(photo => photo.ProposalId == id, cancel) >= ProposalDoors.MostPhotos)
            return ProposalRefusal.TooManyPhotos;
        draft.Attach(new ProposalPhoto(id, jpeg, altText, now));
        return null;
    }, cancel);

    public Task<ProposalRefusal?> DetachAsync(Guid id, Guid photoId, CancellationToken cancel) => ChangeDraftAsync(id, async (_, _) =>
    {
        await db.ProposalPhotos.Where(photo => photo.ProposalId == id && photo.Id == photoId).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    /// <summary>Sends the idea in under the next number of its round. Sent twice is the same as once.</summary>
    public Task<ProposalRefusal?> SendAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, async (proposal, round, now) =>
    {
        if (proposal.SubmittedAt is not null) return null;
        if (round.WhyNoIdeas(now) is { } refusal) return refusal;
        if (!proposal.IsDraft) return ProposalRefusal.NoDraftAnyMore;
        if (!proposal.IsComplete) return ProposalRefusal.NotComplete;
        proposal.Submit(await db.NextNumberAsync(round.Id, cancel), now);
        if (await db.AddressOfProposerAsync(proposal, cancel) is { } address)
            db.Messages.Add(letters.Received(round, proposal, address, now));
        return null;
    }, cancel);

    /// <summary>Takes a proposal back at its proposer's wish; its page stays and says so.</summary>
    public Task<ProposalRefusal?> WithdrawAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, async (proposal, round, now) =>
    {
        if (!round.IsBeforeVoting(now))
            return ProposalRefusal.VotingHasOpened;
        await MergerBook.ReleaseAsync(db, id, now, cancel);
        proposal.Withdraw(now);
        return null;
    }, cancel);

    Task<ProposalRefusal?> ChangeDraftAsync(
        Guid id, Func<Proposal, DateTimeOffset, Task<ProposalRefusal?>> change, CancellationToken cancel) =>
        ChangeAsync(id, (proposal, round, now) => (round.WhyNoIdeas(now), proposal.IsDraft) switch
        {
            (_, false) => Task.FromResult<ProposalRefusal?>(ProposalRefusal.NoDraftAnyMore),
            ({ } refusal, _) => Task.FromResult<ProposalRefusal?>(refusal),
            _ => change(proposal, now),
        }, cancel);

    Task<ProposalRefusal?> ChangeAsync(
        Guid id, Func<Proposal, Round, DateTimeOffset, Task<ProposalRefusal?>> change, CancellationToken cancel) =>
        db.ChangeProposalAsync(id, clock, change, cancel);
}
