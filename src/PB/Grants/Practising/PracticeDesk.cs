using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Practising;

/// <summary>Opens practices for a panel, takes cards in, and knows who has finished.</summary>
public sealed class PracticeDesk(PbContext db, TimeProvider clock)
{
    /// <param name="panel">Whose practice it is.</param>
    /// <param name="subject">What the journal calls the panel.</param>
    /// <param name="words">What it is called, and its examples: none yet, or the three that come with the site.</param>
    /// <param name="coordinator">Who opens it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Practice> OpenAsync(Panel panel, string subject, (string Title, IEnumerable<ExampleWords> Examples) words, Guid coordinator, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var practice = new Practice(panel.Id, words.Title, coordinator, now);
        foreach (var example in words.Examples)
            practice.Add(example, now);
        db.Add(practice);
        db.Journal.Add(new JournalEntry(coordinator, "Opened a practice round", subject, "", now).About(words.Title));
        await db.SaveChangesAsync(cancel);
        return practice;
    }

    /// <summary>Another example, as long as nobody has marked one: what was practised stays what it was.</summary>
    public async Task<PracticeRefusal?> AddAsync(Guid practiceId, ExampleWords example, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var practice = await LockedAsync(practiceId, cancel);
        if (practice.ClosedAt is not null) return PracticeRefusal.Closed;
        if (await CardsOf(practice.Id).AnyAsync(cancel)) return PracticeRefusal.Begun;
        db.Add(practice.Add(example, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public async Task CloseAsync(Guid practiceId, string subject, Guid coordinator, CancellationToken cancel)
    {
        var (practice, now) = (await db.Set<Practice>().SingleAsync(p => p.Id == practiceId, cancel), clock.GetUtcNow());
        practice.Close(now);
        db.Journal.Add(new JournalEntry(coordinator, "Closed a practice round", subject, "", now).About(practice.Title));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A card is handed in once: after that its marker sees the agreed marks.</summary>
    public async Task<PracticeRefusal?> HandInAsync(Guid practiceId, Guid exampleId, Guid personId, IReadOnlyList<int?> marks, CancellationToken cancel)
    {
        if (PracticeCriteria.ValueOf(marks) is null) return PracticeRefusal.NotEnoughAnswered;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if ((await LockedAsync(practiceId, cancel)).ClosedAt is not null) return PracticeRefusal.Closed;
        if (await db.Set<PracticeCard>().AnyAsync(c => c.ExampleId == exampleId && c.PersonId == personId, cancel)) return PracticeRefusal.HandedInAlready;
        var card = new PracticeCard(exampleId, personId);
        card.HandIn(marks, clock.GetUtcNow());
        db.Add(card);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Who has marked all examples of one of a panel's practices, and when first.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> FinishedAsync(Guid panelId, CancellationToken cancel)
    {
        var practices = await db.Set<Practice>().AsNoTracking().Include(p => p.Examples).Where(p => p.PanelId == panelId).ToListAsync(cancel);
        var examples = practices.SelectMany(practice => practice.Examples).Select(example => example.Id).ToArray();
        var cards = (await db.Set<PracticeCard>().AsNoTracking().Where(card => examples.Contains(card.ExampleId)).ToListAsync(cancel)).ToLookup(card => card.PersonId);
        return (from own in cards
                from practice in practices
                where practice.IsFinishedBy(own)
                select (own.Key, At: own.Where(card => practice.Examples.Any(example => example.Id == card.ExampleId)).Max(card => card.HandedInAt!.Value)))
            .GroupBy(done => done.Key).ToDictionary(done => done.Key, done => done.Min(one => one.At));
    }

    public IQueryable<PracticeCard> CardsOf(Guid practiceId) =>
        db.Set<PracticeCard>().Where(card => db.Set<PracticeExample>().Any(example => example.Id == card.ExampleId && example.PracticeId == practiceId));

    async Task<Practice> LockedAsync(Guid id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from grants.practices where id = {id} for update", cancel);
        return await db.Set<Practice>().Include(p => p.Examples).SingleAsync(p => p.Id == id, cancel);
    }
}

/// <summary>Why a card or an example is not taken.</summary>
public enum PracticeRefusal
{
    Closed,

    /// <summary>Somebody has marked it: it stays as it is.</summary>
    Begun,
    NotEnoughAnswered,
    HandedInAlready,
}
