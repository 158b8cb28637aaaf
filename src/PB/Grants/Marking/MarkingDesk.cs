using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Marking;

/// <summary>Takes marks and cards in.</summary>
public sealed class MarkingDesk(PbContext db, TimeProvider clock)
{
    public Task<MarkingRefusal?> AnswerAsync(Guid applicationId, Guid personId, (Guid Criterion, int? Value) mark, CancellationToken cancel) =>
        ChangeAsync(applicationId, personId, (card, _) =>
        {
            if (card.HandedInAt is not null) return MarkingRefusal.HandedInAlready;
            card.Answer(mark.Criterion, mark.Value);
            return null;
        }, cancel);

    public Task<MarkingRefusal?> HandInAsync(Guid applicationId, Guid personId, (string Comment, string Note) words, CancellationToken cancel) =>
        ChangeAsync(applicationId, personId, (card, act) =>
        {
            if (card.HandedInAt is not null) return MarkingRefusal.HandedInAlready;
            if (CardValue.Of(card.WeighedBy(act.Call.Criteria)) is null) return MarkingRefusal.NotEnoughAnswered;
            card.Say(words.Comment, words.Note);
            card.HandIn(act.Now);
            return null;
        }, cancel);

    public Task<MarkingRefusal?> TakeBackAsync(Guid applicationId, Guid personId, CancellationToken cancel) =>
        ChangeAsync(applicationId, personId, (card, _) =>
        {
            card.TakeBack();
            return null;
        }, cancel);

    async Task<MarkingRefusal?> ChangeAsync(Guid applicationId, Guid personId, Func<Card, Act, MarkingRefusal?> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var callId = await db.Applications.Where(a => a.Id == applicationId).Select(a => a.CallId).SingleAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.calls where id = {callId} for share", cancel);
        // Two pages of one member at once would each begin a card.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb card ' || {applicationId} || {personId}, 7006))", cancel);
        var now = clock.GetUtcNow();
        var call = await db.Calls.AsNoTracking().Include(c => c.Criteria).SingleAsync(c => c.Id == callId, cancel);
        if (await WhyNotAsync(call, applicationId, personId, now, cancel) is { } early) return early;
        var card = await CardAsync(applicationId, personId, now, cancel);
        if (change(card, new Act(call, now)) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task<MarkingRefusal?> WhyNotAsync(Call call, Guid applicationId, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        if (call.PhaseAt(now) is not CallPhase.Marking)
            return call.MarkingIsOverAt(now) ? MarkingRefusal.Closed : MarkingRefusal.NotOpen;
        return await db.PileOf(call.Id, personId).AnyAsync(a => a.Id == applicationId, cancel) ? null : MarkingRefusal.NotOpen;
    }

    async Task<Card> CardAsync(Guid applicationId, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Card>().Include(c => c.Marks).SingleOrDefaultAsync(c => c.ApplicationId == applicationId && c.PersonId == personId, cancel) is { } begun)
            return begun;
        var card = new Card(applicationId, personId, now);
        db.Add(card);
        return card;
    }

    sealed record Act(Call Call, DateTimeOffset Now);
}
