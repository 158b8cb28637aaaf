using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Passes ideas on that this pot or area cannot pay for, and tells what came of them.</summary>
public sealed class PassingDesk(PbContext db, PassingLetters letters, TimeProvider clock)
{
    public Task<ProposalRefusal?> PassOnAsync(Guid proposalId, Guid officer, PassedTo to, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (proposal.WithdrawnAt is not null) return ProposalRefusal.TakenBack;
            if (!round.IsBeforeVoting(now)) return ProposalRefusal.VotingHasOpened;
            await MergerBook.ReleaseAsync(db, proposalId, now, cancel);
            proposal.PassOn(now);
            var passing = new PassingOn(proposalId, officer, to, now);
            db.PassedOn.Add(passing);
            await TellAsync(new Told(round, proposal, passing), officer, "Passed an idea on", to.Because, cancel);
            return null;
        }, cancel);

    /// <summary>What came of it. It can be told again when there is more to say.</summary>
    public Task<ProposalRefusal?> TellOutcomeAsync(Guid proposalId, Guid officer, string outcome, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            var passing = await db.PassedOn.SingleAsync(p => p.ProposalId == proposalId, cancel);
            if (passing.Outcome == outcome) return null; // the same form, sent twice
            passing.Tell(outcome, officer, now);
            await TellAsync(new Told(round, proposal, passing), officer, "Told what came of an idea that was passed on", outcome, cancel);
            return null;
        }, cancel);

    async Task TellAsync(Told told, Guid officer, string act, string words, CancellationToken cancel)
    {
        var at = told.Passing.OutcomeAt ?? told.Passing.At;
        db.Journal.Add(new JournalEntry(officer, act, $"rounds/{told.Round.Slug}/proposals/{told.Proposal.Number}", words, at));
        if (await db.AddressOfProposerAsync(told.Proposal, cancel) is { } address)
            db.Messages.Add(letters.Of(told, address, at));
    }
}

/// <summary>An idea that was passed on, for the mail about it.</summary>
public sealed record Told(Round Round, Proposal Proposal, PassingOn Passing);
