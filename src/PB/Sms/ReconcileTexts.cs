using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Sms;

/// <summary>Makes sure that every text which the network had in time is in the box before a round is counted, and that during the vote none is missing.</summary>
public sealed class ReconcileTexts(PbContext db, ITextGateway gateway, Switchboard board, TimeProvider clock) : IJob
{
    /// <summary>After the close the provider's list is looked at from this on, and nothing is counted before the other.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMinutes(2), Earliest = TimeSpan.FromMinutes(15);

    const int EmptyPasses = 2;

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (round, closedAt) in await ClosingAsync(cancel))
            await CloseAsync(round, closedAt, cancel);
        await CompareEachDayAsync(cancel);
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await db.Rounds.Where(round => db.Set<TextSetUp>().Any(setUp => setUp.RoundId == round.Id && setUp.ReconciledAt == null) && round.AnnouncedAt != null && round.CancelledAt == null)
            .MinAsync(round => round.Calendar.VotingUntil, cancel);

    async Task<List<(Guid, DateTimeOffset)>> ClosingAsync(CancellationToken cancel) =>
        [.. (await db.Database.SqlQuery<Closing>($"""
            select r.id as "Round", r.voting_until as "ClosedAt" from sms.rounds s join public.rounds r on r.id = s.round_id
            where s.reconciled_at is null and r.announced_at is not null and r.cancelled_at is null and r.voting_until <= rnd.clock()
            """).ToListAsync(cancel)).Select(closing => (closing.Round, closing.ClosedAt))];

    async Task CloseAsync(Guid round, DateTimeOffset closedAt, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select rnd.begin_closing({round})", cancel);
        await ResumeAsync(round, cancel);
        var now = clock.GetUtcNow();
        if (now < closedAt + Settled || !gateway.IsReady)
            return;
        var found = await FetchAsync(round, closedAt, cancel);
        db.ChangeTracker.Clear();
        var setUp = await db.Set<TextSetUp>().SingleAsync(s => s.RoundId == round, cancel);
        setUp.Passed(found);
        if (setUp.EmptyPasses >= EmptyPasses && now >= closedAt + Earliest && !await AnyHeldAsync(round, cancel))
            await EndAsync(setUp, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Asks the provider when it had the texts that wait.</summary>
    async Task ResumeAsync(Guid round, CancellationToken cancel)
    {
        foreach (var text in await Held(round).OrderBy(text => text.ReceivedAt).Select(text => new { text.Id, text.MessageSid }).ToListAsync(cancel))
        {
            try
            {
                if (gateway.IsReady && await gateway.ReceivedAtAsync(text.MessageSid, cancel) is { } hadAt)
                    await board.ResumeAsync(text.Id, hadAt, cancel);
            }
            catch (TextRefusedException)
            {
                return; // It stays held, nobody gets a wrong answer, and the round is not counted: the next run asks again.
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <returns>How many texts the provider had in time and we did not.</returns>
    async Task<int> FetchAsync(Guid round, DateTimeOffset until, CancellationToken cancel)
    {
        var found = 0;
        var numbers = await db.Set<TextSetUpNumber>().Where(n => n.RoundId == round).Join(db.Set<TextNumber>(), n => n.NumberId, n => n.Id, (_, n) => n.Number).ToListAsync(cancel);
        foreach (var number in numbers)
            found += await FetchAsync(number, until.AddDays(-1), cancel);
        return found;
    }

    async Task<int> FetchAsync(string number, DateTimeOffset since, CancellationToken cancel)
    {
        var missing = 0;
        foreach (var text in await gateway.ReceivedAsync(number, since, cancel))
        {
            if (await board.TakeAsync(new IncomingText(text.MessageSid, text.From, text.To, text.Body) { MediaCount = text.MediaCount, HadAt = text.ReceivedAt }, cancel))
                missing++;
        }

        if (missing > 0)
        {
            db.Add(new TextAlert(TextAlertKind.Gap, null, null, null, clock.GetUtcNow()).Saying($"{missing} texts were at the provider and had not reached us. They are dealt with now."));
            await db.SaveChangesAsync(cancel);
        }

        return missing;
    }

    async Task CompareEachDayAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!gateway.IsReady)
            return;
        foreach (var number in await db.Set<TextNumber>().Where(n => n.ComparedUntil == null || n.ComparedUntil < now.AddDays(-1)).ToListAsync(cancel))
        {
            var since = number.ComparedUntil ?? number.CreatedAt;
            await FetchAsync(number.Number, since.AddHours(-1), cancel);
            db.ChangeTracker.Clear();
            (await db.Set<TextNumber>().SingleAsync(n => n.Id == number.Id, cancel)).Compared(now);
            await db.SaveChangesAsync(cancel);
        }
    }

    async Task EndAsync(TextSetUp setUp, DateTimeOffset now, CancellationToken cancel)
    {
        setUp.Reconcile(now);
        var slug = await db.Rounds.Where(round => round.Id == setUp.RoundId).Select(round => round.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(null, "Compared the texts with the provider's list", $"rounds/{slug}", "All that came in time are in.", now));
    }

    IQueryable<InboundText> Held(Guid round) => db.Set<InboundText>().Where(text => text.Outcome == TextOutcome.Held
        && db.Set<TextSetUpNumber>().Any(number => number.RoundId == round && number.NumberId == text.NumberId));

    Task<bool> AnyHeldAsync(Guid round, CancellationToken cancel) => Held(round).AnyAsync(cancel);

    sealed record Closing(Guid Round, DateTimeOffset ClosedAt);
}
