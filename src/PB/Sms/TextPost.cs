using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>Hands one text over to the provider, and does what its answer asks for.</summary>
public sealed class TextPost(PbContext db, ITextGateway gateway, PhoneBook phones, TimeProvider clock)
{
    /// <returns>Whether it makes sense to go on with others.</returns>
    public async Task<bool> HandOverAsync(Guid id, DateTimeOffset? wasBegun, CancellationToken cancel)
    {
        var text = await db.Set<OutboundText>().SingleAsync(t => t.Id == id, cancel);
        var phone = await db.Set<Phone>().SingleAsync(p => p.Id == text.PhoneId, cancel);
        var goesOn = true;
        if (WhyNot(text, phone) is { } state)
            text.GiveUp(state, null);
        else if (QuietHours.Postpone(text, await ZoneAsync(text, cancel), clock.GetUtcNow()) is { } later)
            text.TryAgain(later, null, maybeOut: false);
        else
            goesOn = await SendAsync(text, phone, wasBegun, cancel);
        // What is out is marked so, even when the site is told to stop at this moment.
        await db.SaveChangesAsync(CancellationToken.None);
        return goesOn;
    }

    DeliveryState? WhyNot(OutboundText text, Phone phone) =>
        phone.SealedNumber is null || text.Body is null || phone.OptedOutAt is not null && text.Reply != Replies.Name(ReplyKey.Stopped, phone.Language)
        || phone.InvalidAt is not null || text.NotAfter < clock.GetUtcNow() ? DeliveryState.Suppressed : null;

    async Task<bool> SendAsync(OutboundText text, Phone phone, DateTimeOffset? wasBegun, CancellationToken cancel)
    {
        var from = await db.Set<TextNumber>().Where(number => number.Id == text.NumberId).Select(number => number.Number).SingleAsync(cancel);
        var outgoing = new OutgoingText(text.Id, from, phones.NumberOf(phone)!, phones.Keys.Open(text.Body!), text.NotAfter - clock.GetUtcNow());
        try
        {
            var sent = wasBegun is { } since ? await gateway.FindSentAsync(outgoing, since, cancel) : null;
            sent ??= await gateway.SendAsync(outgoing, cancel);
            text.Taken(sent.MessageSid, sent.State);
            return true;
        }
        catch (TextRefusedException refused)
        {
            return await RefusedAsync(text, phone, refused, cancel);
        }
    }

    async Task<bool> RefusedAsync(OutboundText text, Phone phone, TextRefusedException refused, CancellationToken cancel)
    {
        var (now, fault) = (clock.GetUtcNow(), TextFaults.Of(refused, phone));
        if (fault is TextFault.Settings or TextFault.Bug)
            await WarnAsync(refused, now, cancel);
        if (TextFaults.NextTry(fault, text.Tries, now) is { } again)
        {
            text.TryAgain(again, refused.Code == 0 ? null : refused.Code, maybeOut: fault is TextFault.Doubtful);
            return fault is TextFault.Doubtful;
        }

        text.GiveUp(fault is TextFault.OptedOut ? DeliveryState.Suppressed : DeliveryState.Failed, refused.Code == 0 ? null : refused.Code);
        if (fault is TextFault.NoPhone)
            phone.CannotBeReached(now);
        if (fault is TextFault.OptedOut)
        {
            phone.OptOut(now);
            await SuppressAsync(phone, cancel);
        }

        return true;
    }

    /// <summary>Takes back whatever waits for somebody who wants no more texts.</summary>
    Task<int> SuppressAsync(Phone phone, CancellationToken cancel) =>
        db.Set<OutboundText>().Where(text => text.PhoneId == phone.Id && text.NextTryAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.NextTryAt, (DateTimeOffset?)null).SetProperty(text => text.State, DeliveryState.Suppressed), cancel);

    async Task WarnAsync(TextRefusedException refused, DateTimeOffset now, CancellationToken cancel)
    {
        var (since, note) = (now.AddHours(-1), refused.Message);
        if (!await db.Set<TextAlert>().AnyAsync(alert => alert.Kind == TextAlertKind.Gateway && alert.Note == note && alert.At > since, cancel))
            db.Add(new TextAlert(TextAlertKind.Gateway, null, null, null, now).Saying(note));
    }

    Task<string?> ZoneAsync(OutboundText text, CancellationToken cancel) =>
        db.Rounds.Where(round => round.Id == text.RoundId).Select(round => round.TimeZone).SingleOrDefaultAsync(cancel);
}
