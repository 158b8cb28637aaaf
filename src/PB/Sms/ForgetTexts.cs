using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Sms;

/// <summary>Takes away what texts say, and whose they are, once nobody needs it: here by the calendar, at the provider as soon as a text is through.</summary>
public sealed class ForgetTexts(PbContext db, ITextGateway gateway, TimeProvider clock) : IJob
{
    /// <summary>What no vote came of is kept so long; so is what we sent.</summary>
    static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>After a result is final, for so long somebody may still ask about their vote.</summary>
    static readonly TimeSpan Disputes = TimeSpan.FromDays(28);

    /// <summary>How many texts are emptied at the provider in one run.</summary>
    const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await ForgetWordsAsync(now, cancel);
        await ForgetPeopleAsync(now, cancel);
        if (gateway.IsReady)
            await RedactAsync(now, cancel);
    }

    async Task ForgetWordsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (old, final) = (now - Idle, now - Disputes);
        await db.Database.ExecuteSqlAsync($"""
            update sms.inbound set body = null, fingerprint = null
            where body is not null and outcome <> 'Held' and not exists (select from sms.alerts a where a.text_id = inbound.id and a.handled_at is null)
              and (coalesce(said, '') not like 'Vote%' and coalesce(said, '') not in ('Yes', 'Proof') and received_at < {old}
                   or exists (select from public.rounds r where r.id = inbound.round_id and r.certified_at < {final}))
            """, cancel);
        await db.Set<OutboundText>().Where(text => text.Body != null && text.NextTryAt == null && text.CreatedAt < old)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Body, (byte[]?)null), cancel);
        await db.Set<TextSession>().Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.Set<CodeAttempt>().Where(attempt => attempt.At < now.AddDays(-2)).ExecuteDeleteAsync(cancel);
        await db.Set<LinkCode>().Where(code => code.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Cuts phones loose from the votes of rounds that are final, and forgets the phones of whom nothing else is known.</summary>
    async Task ForgetPeopleAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var final = now - Disputes;
        await db.Database.ExecuteSqlAsync($"""
            delete from sms.echoes using public.rounds r where r.id = echoes.round_id and r.certified_at < {final};
            delete from sms.phone_links using public.rounds r where r.id = phone_links.round_id and r.certified_at < {final};
            update sms.codes set used_by = null from public.rounds r where r.id = codes.round_id and r.certified_at < {final} and used_by is not null;
            delete from sms.result_wishes using public.rounds r where r.id = result_wishes.round_id and r.certified_at < {final};
            update sms.phones set sealed_number = null, fingerprint = sha256(uuid_send(gen_random_uuid()))
            where sealed_number is not null and created_at < {final}
              and not exists (select from sms.phone_links l where l.phone_id = phones.id)
              and not exists (select from sms.inbound i where i.phone_id = phones.id and i.body is not null)
              and not exists (select from sms.inbound i join public.rounds r on r.id = i.round_id where i.phone_id = phones.id and (r.certified_at is null or r.certified_at >= {final}))
              and not exists (select from sms.inbound i where i.phone_id = phones.id and i.received_at >= {final})
              and opted_out_at is null
            """, cancel);
    }

    async Task RedactAsync(DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            foreach (var text in await db.Set<InboundText>().Where(t => t.RedactedAt == null && t.Outcome != TextOutcome.Held && t.Outcome != TextOutcome.Taken)
                         .OrderBy(t => t.ReceivedAt).Take(AtOnce).ToListAsync(cancel))
            {
                await EmptyAsync(text.MessageSid, cancel);
                text.Redact(now);
            }

            foreach (var text in await db.Set<OutboundText>().Where(t => t.RedactedAt == null && t.MessageSid != null && (t.State >= DeliveryState.Delivered || t.CreatedAt < now.AddDays(-1)))
                         .OrderBy(t => t.CreatedAt).Take(AtOnce).ToListAsync(cancel))
            {
                await EmptyAsync(text.MessageSid!, cancel);
                text.Redact(now);
            }
        }
        finally
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    async Task EmptyAsync(string messageSid, CancellationToken cancel)
    {
        try
        {
            await gateway.RedactAsync(messageSid, cancel);
        }
        catch (TextRefusedException gone) when (gone.Status == 404)
        {
            // What the provider does not have needs no emptying.
        }
    }
}
