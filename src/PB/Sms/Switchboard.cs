using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PB.Data;

namespace PB.Sms;

/// <summary>Takes each text in once: the message's id first, then all that comes of it, in one transaction. What fails leaves nothing, and can come again.</summary>
public sealed class Switchboard(PbContext db, PhoneBook phones, Reception reception, TextDesk desk)
{
    /// <returns>False where this message was taken before.</returns>
    public async Task<bool> TakeAsync(IncomingText text, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(cancel);
        var inbound = new InboundText(text, phones.Now);
        if (await reception.NoteAsync(text, inbound, cancel) is not { } caller)
            return false;
        if (caller.Number is null || !text.IsFromPhone)
            await IgnoreAsync(inbound, text, cancel);
        else
            await desk.DealAsync(await reception.OpenAsync(text, inbound, caller, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Goes on with a text that waited for the provider to say when it had it.</summary>
    public async Task ResumeAsync(Guid id, DateTimeOffset hadAt, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(cancel);
        var held = await db.Set<InboundText>().FromSql($"select * from sms.inbound where id = {id} and outcome = 'Held' for update").AsNoTracking().ToListAsync(cancel);
        if (held is not [{ PhoneId: { } phoneId, NumberId: { } numberId, Body: { } body } inbound])
            return;
        var phone = await db.Set<Phone>().AsNoTracking().SingleAsync(p => p.Id == phoneId, cancel);
        var number = await db.Set<TextNumber>().AsNoTracking().SingleAsync(n => n.Id == numberId, cancel);
        var from = phones.NumberOf(phone) ?? throw new InvalidOperationException("A phone was forgotten while a text of it waited.");
        inbound.CameAt(hadAt);
        var text = new IncomingText(inbound.MessageSid, from, number.Number, phones.Keys.Open(body)) { MediaCount = inbound.MediaCount, HadAt = hadAt };
        await desk.DealAsync(await reception.OpenAsync(text, inbound, null, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    Task<IDbContextTransaction> BeginAsync(CancellationToken cancel)
    {
        // What the text before it left here may have changed since.
        db.ChangeTracker.Clear();
        // What fails takes the whole text back, so there is nothing to go back to in between.
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransactionAsync(cancel);
    }

    async Task IgnoreAsync(InboundText inbound, IncomingText text, CancellationToken cancel)
    {
        await desk.IgnoreAsync(inbound, cancel);
        if (inbound.NumberId is null)
            db.Add(new TextAlert(TextAlertKind.Gateway, null, null, inbound.Id, phones.Now).Saying($"A text came to {text.To}, which is no number of ours."));
    }
}
