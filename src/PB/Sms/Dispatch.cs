using PB.Data;

namespace PB.Sms;

/// <summary>Puts down what became of a text: where the conversation stands, what the phone was told of its vote, and the answer that goes out. All in one round trip.</summary>
public sealed class Dispatch(PbContext db)
{
    public Task PutDownAsync(TextCase found, CancellationToken cancel)
    {
        List<Question> all = [Inbound(found.Inbound), Session(found.Session)];
        if (found.Echo is { } echo)
            all.Add(Echo(echo));
        if (found.Answer is { } answer)
            all.Add(Answer(answer));
        return db.AskAllAsync(all, cancel);
    }

    /// <summary>The same for a text that is nobody's case.</summary>
    public Task PutDownAsync(InboundText text, CancellationToken cancel) => db.AskAllAsync([Inbound(text)], cancel);

    static Question Inbound(InboundText text) => new($"""
        update sms.inbound set phone_id = {text.PhoneId}, round_id = {text.RoundId}, body = {text.Body}, fingerprint = {text.Fingerprint},
            provider_at = {text.ProviderAt}, said = {text.Said}, reply = {text.Reply}, outcome = {text.Outcome.ToString()}
        where id = {text.Id}
        """);

    static Question Session(TextSession session) => new($"""
        insert into sms.sessions (phone_id, number_id, state, round_id, pending, held, expires_at, reminded)
        values ({session.PhoneId}, {session.NumberId}, {session.State.ToString()}, {session.RoundId}, {session.Pending}, {session.Held}, {session.ExpiresAt}, {session.Reminded})
        on conflict (phone_id, number_id) do update set state = excluded.state, round_id = excluded.round_id, pending = excluded.pending, held = excluded.held,
            expires_at = excluded.expires_at, reminded = excluded.reminded
        """);

    static Question Echo(TextEcho echo) => new($"""
        insert into sms.echoes (phone_id, round_id, version, sealed) values ({echo.PhoneId}, {echo.RoundId}, {echo.Version}, {echo.Sealed})
        on conflict (phone_id, round_id) do update set version = excluded.version, sealed = excluded.sealed
        """);

    static Question Answer(OutboundText text) => new($"""
        insert into sms.outbox (id, phone_id, number_id, round_id, answer_to, reply, body, segments, created_at, not_after, next_try_at, tries, state)
        values ({text.Id}, {text.PhoneId}, {text.NumberId}, {text.RoundId}, {text.AnswerTo}, {text.Reply}, {text.Body}, {text.Segments},
            {text.CreatedAt}, {text.NotAfter}, {text.NextTryAt}, {text.Tries}, {text.State.ToString()})
        """);
}
