using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Sms;

/// <summary>Texts a round's result to those who asked for it: one closing text each, that needs no link.</summary>
public sealed class TellResults(PbContext db, RoundShelf shelf, TextKeys keys, TimeProvider clock) : IJob
{
    static readonly TimeSpan Validity = TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancel)
    {
        var due = await db.Set<ResultWish>().Where(wish => wish.SentAt == null && db.Rounds.Any(round => round.Id == wish.RoundId && round.PublishedAt != null))
            .Select(wish => wish.RoundId).Distinct().ToListAsync(cancel);
        foreach (var round in due)
            await TellAsync(round, cancel);
    }

    async Task TellAsync(Guid round, CancellationToken cancel)
    {
        if (await shelf.FindAsync(round, cancel) is not { } about || await ResultText.OfAsync(db, about, cancel) is not { } result)
            return;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var wishes = await db.Set<ResultWish>().FromSql($"select * from sms.result_wishes where round_id = {round} and sent_at is null for update skip locked").ToListAsync(cancel);
        var phones = wishes.Select(wish => wish.PhoneId).ToList();
        var languages = await db.Set<Phone>().Where(phone => phones.Contains(phone.Id)).ToDictionaryAsync(phone => phone.Id, phone => phone.Language, cancel);
        foreach (var wish in wishes)
        {
            var body = result.Write(about.Text, languages[wish.PhoneId]);
            db.Add(new OutboundText(wish.PhoneId, wish.NumberId, ReplyKey.Result, keys.Seal(body), now).About(round, null, Gsm7.Segments(body), now + Validity));
            wish.Send(now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
