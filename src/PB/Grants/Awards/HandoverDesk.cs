using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Meetings;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Brings a running grant to another adult; or, once the panel has said yes, to another organisation.</summary>
public sealed class HandoverDesk(PbContext db, Deciders deciders, HandoverLetters letters, TimeProvider clock)
{
    /// <summary>From here on nothing is paid. What an organisation that is gone was paid and did not show to be spent is asked for.</summary>
    public Task<HandoverRefusal?> AskAsync(Guid awardId, HandoverWords words, Guid personId, CancellationToken cancel) => ActAsync(awardId, async (award, last, now) =>
    {
        if (await WhyNotAsync(award, last, words, cancel) is { } refusal)
            return refusal;
        // The newest counts, also of two that come in one moment.
        var handover = new Handover(award.Id, words, personId, last?.AskedAt >= now ? last.AskedAt.AddMicroseconds(1) : now);
        db.Add(handover);
        if (words.IsNewHost)
            await db.AskBackAsync(award, MoneyBackReason.OrganisationGone, now, cancel);
        await letters.AskedAsync(handover, award, words.IsNewHost ? await deciders.OfAsync(award.DecisionId, cancel) : null, cancel);
        Note(personId, words.IsNewHost ? "Asked the panel to let a grant go to another organisation" : "Asked another adult to look after a grant", award, words.Because, now);
        return null;
    }, cancel);

    public Task<HandoverRefusal?> AnswerAsync(Guid awardId, Guid handoverId, (Guid PersonId, bool IsYes) answer, CancellationToken cancel) => ActAsync(awardId, async (award, last, now) =>
    {
        if (last is not { WaitsForPanel: true } || last.Id != handoverId)
            return HandoverRefusal.Settled;
        var deciding = await deciders.OfAsync(award.DecisionId, cancel);
        if (!deciding.Contains(answer.PersonId))
            return HandoverRefusal.MayNotDecide;
        last.Take(answer.PersonId, answer.IsYes, deciding.Count, now);
        if (last.IsSettled)
        {
            await letters.SettledAsync(last, award, cancel);
            Note(null, last.AgreedAt is null ? "The panel did not want a grant to go to another organisation" : "The panel let a grant go to another organisation", award, $"Yes {last.Yes}, no {last.No}", now);
        }

        return null;
    }, cancel);

    /// <param name="host">The new organisation, as its adult fills it in; null where it stays the same.</param>
    public Task<HandoverRefusal?> SignAsync(Guid awardId, Guid adult, HostWords? host, CancellationToken cancel) => ActAsync(awardId, async (award, last, now) =>
    {
        var email = await db.Users.Where(person => person.Id == adult).Select(person => person.Email).SingleAsync(cancel);
        if (last is not { WaitsForAdult: true } || !string.Equals(last.AdultEmail, email, StringComparison.OrdinalIgnoreCase))
            return HandoverRefusal.NotAsked;
        if (await WhyNotAdultAsync(award, last.AdultEmail, cancel) is { } refusal)
            return refusal;
        var project = await db.Applications.SingleAsync(own => own.Id == award.ApplicationId, cancel);
        if (host is not null)
            project.BeHostedBy(await db.EnterHostAsync(adult, host, now, cancel));
        project.ComeTo(adult, last.AdultEmail);
        last.Sign(adult, now);
        await letters.SignedAsync(last, award, cancel);
        Note(adult, "Signed for a grant that runs", award, "As supporting adult", now);
        return null;
    }, cancel);

    async Task<HandoverRefusal?> WhyNotAsync(Award award, Handover? last, HandoverWords words, CancellationToken cancel) =>
        !words.IsNewHost && last is { IsNewHost: true, SignedAt: null } ? HandoverRefusal.OrganisationGone
        : await db.Payments.AnyAsync(p => p.AwardId == award.Id && p.BatchId != null && p.PaidOn == null && p.FailedAt == null, cancel) ? HandoverRefusal.PaymentUnderWay
        : await WhyNotAdultAsync(award, words.AdultEmail, cancel);

    // Whoever approved a payment to the group before looks after none of it now.
    async Task<HandoverRefusal?> WhyNotAdultAsync(Award award, string email, CancellationToken cancel)
    {
        var normal = email.ToUpperInvariant();
        if (await db.Users.AnyAsync(person => person.NormalizedEmail == normal && db.Payments.Any(p => p.AwardId == award.Id && (p.CoordinatorId == person.Id || p.FinanceId == person.Id || p.OfficerId == person.Id)), cancel))
            return HandoverRefusal.AdultOfTheFund;
        return await db.WhyNotAdultAsync(award.ApplicationId, award.FundId, email, cancel) switch
        {
            SendingRefusal.LeadIsAdult => HandoverRefusal.LeadIsAdult,
            null => null,
            _ => HandoverRefusal.AdultOfTheFund,
        };
    }

    async Task<HandoverRefusal?> ActAsync(Guid awardId, Func<Award, Handover?, DateTimeOffset, Task<HandoverRefusal?>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var now = clock.GetUtcNow();
        if (award.PhaseAt(now) is not AwardPhase.Active)
            return HandoverRefusal.NotActive;
        if (await act(award, await db.LastHandoverAsync(awardId, cancel), now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    void Note(Guid? by, string act, Award award, string why, DateTimeOffset now) => db.Journal.Add(new JournalEntry(by, act, $"awards/{award.Ref}", why, now));
}
