using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>Takes in what the network says about a text of ours. News come late, twice and in any order; they never take back what was said before.</summary>
public sealed class DeliveryNews(PbContext db, TimeProvider clock)
{
    static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromMinutes(30);

    public async Task HearAsync(Guid? id, string messageSid, string status, int? error, CancellationToken cancel)
    {
        if (Deliveries.Of(status) is not { } state)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var found = await db.Set<OutboundText>().FromSql($"""
            select * from sms.outbox where message_sid = {messageSid} or (id = {id} and message_sid is null) for update
            """).ToListAsync(cancel);
        if (found is not [var text] || state <= text.State)
            return;
        if (text.MessageSid is null)
            text.Taken(messageSid, state);
        text.Hear(state, error);
        if (state is DeliveryState.Undelivered or DeliveryState.Failed)
            await NotDeliveredAsync(text, error ?? 0, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task NotDeliveredAsync(OutboundText text, int error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var phone = await db.Set<Phone>().SingleAsync(p => p.Id == text.PhoneId, cancel);
        switch (error)
        {
            case 30003 or 30008 when text.Tries < 2 && now + BeforeAnotherTry < text.NotAfter:
                text.SendAnew(now + BeforeAnotherTry, error);
                break;
            case 30004 or 21610:
                phone.OptOut(now);
                break;
            case 30005:
                phone.Failed(2, now);
                break;
            case 30006:
                phone.CannotBeReached(now);
                break;
            case 30001 or 30007:
                db.Add(new TextAlert(TextAlertKind.Gateway, null, text.RoundId, null, now).Saying($"The network refused a text ({error})."));
                break;
        }
    }
}
