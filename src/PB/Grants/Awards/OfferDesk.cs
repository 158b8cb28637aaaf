using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Makes offers: a coordinator writes one down, the accountable officer signs it, and from then on its money is promised.</summary>
public sealed class OfferDesk(PbContext db, PotBook pots, AwardLetters letters, TimeProvider clock)
{
    /// <summary>Writes an offer down for an application that the panel wants to fund.</summary>
    /// <returns>The offer; where there is one already, that one.</returns>
    public async Task<Award> DraftAsync(DraftedOffer offer, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = {offer.To.ApplicationId} for update", cancel);
        if (await db.Awards.FirstOrDefaultAsync(one => one.ApplicationId == offer.To.ApplicationId && one.DeclinedAt == null && one.ReleasedAt == null, cancel) is { } standing)
            return standing;
        var now = clock.GetUtcNow();
        var award = new Award(offer.To, offer.Amount, coordinator, now);
        award.Draft(offer.Terms with { Conditions = [.. await OfPanelAsync(offer.To.DecisionId, cancel), .. offer.Terms.Conditions] });
        db.Awards.Add(award);
        db.Journal.Add(new JournalEntry(coordinator, "Wrote an offer down", $"awards/{award.Ref}", offer.Why, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return award;
    }

    /// <summary>Signs an offer and promises its money, or finds that the pots have not enough.</summary>
    public async Task<(OfferRefusal? Refusal, Money Left)> SignAsync(Guid awardId, Guid officer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        if (award.SignedAt is not null)
            return (OfferRefusal.SignedAlready, default);
        if (award.DraftedBy == officer)
            return (OfferRefusal.OwnDraft, default);
        var project = await db.Applications.AsNoTracking().Include(a => a.Lines).SingleAsync(a => a.Id == award.ApplicationId, cancel);
        if (await WhyNotAsync(project, award.DecisionId, cancel) is { } fault)
            return (fault, default);
        var found = await pots.CommitAsync(await PotsOfAsync(project.CallId, cancel), project.Reach(), award.Amount, new EntryReason($"Offer {award.Ref}", officer, award.Id), cancel);
        if (found.Missing > Money.Zero)
            return (OfferRefusal.NotEnoughMoney, award.Amount - found.Missing);

        award.Sign(officer, found.Shares, clock.GetUtcNow());
        // From here on the ledger holds the money; the panel's promise would count it twice.
        (await db.Set<Meetings.Decision>().SingleAsync(decision => decision.Id == award.DecisionId, cancel)).Commit(award.SignedAt!.Value);
        db.Journal.Add(new JournalEntry(officer, "Signed an offer", $"awards/{award.Ref}", "", award.SignedAt!.Value));
        await letters.OfferedAsync(award, project, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (null, default);
    }

    public async Task<OfferRefusal?> ExtendAsync(Guid awardId, Guid officer, string why, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var now = clock.GetUtcNow();
        if (award.PhaseAt(now) is not AwardPhase.Offered)
            return OfferRefusal.TooLate;
        if (award.ExtendedAt is not null)
            return OfferRefusal.ExtendedAlready;
        award.Extend(now);
        db.Journal.Add(new JournalEntry(officer, "Gave a group more time to accept", $"awards/{award.Ref}", why, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // What the panel agreed on comes first, and no form can leave it out.
    async Task<IEnumerable<ConditionWords>> OfPanelAsync(Guid decisionId, CancellationToken cancel) =>
        (await db.Set<PanelCondition>().AsNoTracking().Where(one => one.DecisionId == decisionId && one.AgreedAt != null).OrderBy(one => one.ProposedAt).ToListAsync(cancel)).Select(one => one.Words);

    async Task<OfferRefusal?> WhyNotAsync(Application project, Guid decision, CancellationToken cancel) =>
        project.WithdrawnAt is not null ? OfferRefusal.TakenBack
        : await db.ToBeCorrected().AnyAsync(wrong => wrong.Id == decision, cancel) ? OfferRefusal.SaidWrongly
        : await db.HostOrganisations.AsNoTracking().SingleOrDefaultAsync(host => host.Id == project.HostOrganisationId, cancel) switch
        {
            { BlockedBecause.Length: > 0 } => OfferRefusal.HostStopped,
            { CheckedAt: null } => OfferRefusal.HostNotLookedInto,
            _ => null,
        };

    Task<List<Guid>> PotsOfAsync(Guid callId, CancellationToken cancel) =>
        db.Calls.Where(call => call.Id == callId).SelectMany(call => call.Pots).Select(pot => pot.PotId).ToListAsync(cancel);
}

/// <summary>An offer as a coordinator writes it down.</summary>
/// <param name="Why">What the journal keeps of it.</param>
public sealed record DraftedOffer(OfferedTo To, Money Amount, OfferTerms Terms, string Why);

/// <summary>Why an offer does not go on.</summary>
public enum OfferRefusal
{
    SignedAlready,

    /// <summary>Whoever wrote it down cannot sign it.</summary>
    OwnDraft,

    /// <summary>The group has taken its application back.</summary>
    TakenBack,

    /// <summary>The chair and a coordinator said that the decision was announced wrongly, and the panel has not voted again.</summary>
    SaidWrongly,

    /// <summary>Nobody of the fund has looked into the organisation that would hold the money.</summary>
    HostNotLookedInto,

    /// <summary>Somebody looked, and something stands against it.</summary>
    HostStopped,
    NotEnoughMoney,
    TooLate,
    ExtendedAlready,
    AnsweredAlready,

    /// <summary>It is less than the group said it needs, and nobody said yes to doing it with less.</summary>
    NeedsYesToLess,
}
