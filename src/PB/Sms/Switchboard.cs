using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PB.Data;

namespace PB.Sms;

/// <summary>Takes each text in once: the message's id first, then all that comes of it, in one transaction. What fails leaves nothing, and can come again.</summary>
public sealed class Switchboard(PbContext db, PhoneBook phones, TextDesk desk, TimeProvider clock)
{
    /// <returns>False where this message was taken before.</returns>
    public async Task<bool> TakeAsync(IncomingText text, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(cancel);
        if (await NoteAsync(text, cancel) is not { } inbound)
            return false;
        if (inbound.NumberId is null || !text.IsFromPhone)
            Ignore(inbound, text);
        else
            await desk.DealAsync(text, inbound, await phones.LockedAsync(text.From, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Goes on with a text that waited for the provider to say when it had it.</summary>
    public async Task ResumeAsync(Guid id, DateTimeOffset hadAt, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(cancel);
        var held = await db.Set<InboundText>().FromSql($"select * from sms.inbound where id = {id} and outcome = 'Held' for update").ToListAsync(cancel);
        if (held is not [{ PhoneId: { } phoneId, NumberId: { } numberId, Body: { } body } inbound])
            return;
        var phone = await db.Set<Phone>().SingleAsync(p => p.Id == phoneId, cancel);
        var number = await db.Set<TextNumber>().SingleAsync(n => n.Id == numberId, cancel);
        var from = phones.NumberOf(phone) ?? throw new InvalidOperationException("A phone was forgotten while a text of it waited.");
        phone = await phones.LockedAsync(from, cancel);
        inbound.CameAt(hadAt);
        var text = new IncomingText(inbound.MessageSid, from, number.Number, phones.Keys.Open(body)) { MediaCount = inbound.MediaCount, HadAt = hadAt };
        await desk.DealAsync(text, inbound, phone, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // What fails takes the whole text back, so there is nothing to go back to in between.
    Task<IDbContextTransaction> BeginAsync(CancellationToken cancel)
    {
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransactionAsync(cancel);
    }

    async Task<InboundText?> NoteAsync(IncomingText text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return (await db.Set<InboundText>().FromSql($"""
            insert into sms.inbound (id, message_sid, number_id, received_at, provider_at, opt_out_type, media_count, outcome)
            values ({Ids.New(now)}, {text.MessageSid}, (select id from sms.numbers where number = {text.To}), {now}, {text.HadAt}, {text.OptOutType}, {text.MediaCount}, 'Taken')
            on conflict (message_sid) do nothing returning *
            """).ToListAsync(cancel)).SingleOrDefault();
    }

    void Ignore(InboundText inbound, IncomingText text)
    {
        inbound.End(null, null, null, TextOutcome.Ignored);
        if (inbound.NumberId is null)
            db.Add(new TextAlert(TextAlertKind.Gateway, null, null, inbound.Id, clock.GetUtcNow()).Saying($"A text came to {text.To}, which is no number of ours."));
    }
}
