using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Writes ideas down for people who cannot or do not want to do it themselves: at a stall, at an assembly, on the telephone.</summary>
public sealed class Scribe(PbContext db, ProposalLetters letters, TimeProvider clock)
{
    /// <summary>Sends the idea in at once. The code is shown to whoever said it, and to nobody again.</summary>
    public async Task<(int Number, string ClaimCode)?> WriteDownAsync(Round round, Guid officer, SpokenIdea idea, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockRoundAsync(round.Id, cancel);
        var now = clock.GetUtcNow();
        if (round.WhyNoIdeas(now) is not null)
            return null;
        var code = ClaimCode.New();
        var proposal = Written(round, idea, now);
        proposal.WriteDownFor(officer, idea.Consent, idea.Event, ClaimCode.HashOf(code));
        proposal.Submit(await db.NextNumberAsync(round.Id, cancel), now);
        db.Proposals.Add(proposal);
        if (idea.Email is { } address)
            db.Messages.Add(letters.Received(round, proposal, address, now));
        db.Journal.Add(new JournalEntry(officer, "Wrote down an idea for somebody", $"rounds/{round.Slug}/proposals/{proposal.Number}", idea.Consent, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (proposal.Number!.Value, code);
    }

    static Proposal Written(Round round, SpokenIdea idea, DateTimeOffset now)
    {
        var (text, proposal) = (idea.Text, new Proposal(round.Id, idea.Text.Provenance, now));
        proposal.BelongTo(null, text.ProposerName, idea.Email, null);
        proposal.Write(text.Title, text.Description, text.Estimate);
        proposal.Locate(text.Place, text.Spot?.Latitude, text.Spot?.Longitude);
        proposal.Detail(idea.Details);
        return proposal;
    }
}

/// <summary>An idea as somebody told it, and how they agreed that it is written down.</summary>
public sealed record SpokenIdea(DraftText Text, DraftDetails Details)
{
    public required string Consent { get; init; }
    public string Event { get; init; } = "";
    public string? Email { get; init; }
}
