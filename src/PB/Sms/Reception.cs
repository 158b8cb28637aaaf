using System.Data.Common;
using PB.Data;
using PB.Roll;

namespace PB.Sms;

/// <summary>Takes a text in and fetches all that is known of where it comes from. It asks in one round trip: on the last evening there is one for each text.</summary>
public sealed class Reception(PbContext db, PhoneBook phones, RoundShelf shelf)
{
    /// <summary>Notes that a text came: nothing of it is looked at before that.</summary>
    /// <returns>Who texts; null where this message was taken before.</returns>
    public async Task<Caller?> NoteAsync(IncomingText text, InboundText inbound, CancellationToken cancel)
    {
        var (isNew, caller) = (false, new Caller());
        await db.AskAllAsync([Note(inbound, text.To, _ => isNew = true), .. About(text, inbound, caller)], cancel);
        if (!isNew)
            return null;
        inbound.CameTo(caller.Number?.Id);
        return caller;
    }

    /// <summary>Opens a text's case. A phone that was never seen before is put down first.</summary>
    public async Task<TextCase> OpenAsync(IncomingText text, InboundText inbound, Caller? met, CancellationToken cancel)
    {
        var caller = met?.Phone is null ? await MeetAsync(text, inbound, cancel) : met;
        var (phone, number) = (caller.Phone!, caller.Number!);
        db.Attach(phone);
        inbound.BelongTo(phone.Id, phones.Keys.Seal(text.Body), Fingerprint(text));
        return new TextCase
        {
            Text = text,
            Inbound = inbound,
            Phone = phone,
            Number = number,
            Session = caller.Session ?? new TextSession(phone.Id, number.Id),
            Traffic = caller.Traffic,
            Links = caller.Links,
            Marks = caller.Marks,
            Rounds = await shelf.TakeAsync(caller.Rounds, cancel),
            Now = phones.Now,
        };
    }

    async Task<Caller> MeetAsync(IncomingText text, InboundText inbound, CancellationToken cancel)
    {
        await phones.PutDownAsync(text.From, cancel);
        var caller = new Caller();
        await db.AskAllAsync(About(text, inbound, caller), cancel);
        return caller;
    }

    static Question Note(InboundText text, string number, Action<DbDataReader> found) => new($"""
        insert into sms.inbound (id, message_sid, number_id, received_at, provider_at, opt_out_type, media_count, outcome)
        values ({text.Id}, {text.MessageSid}, (select id from sms.numbers where number = {number}), {text.ReceivedAt}, {text.ProviderAt}, {text.OptOutType}, {text.MediaCount}, 'Taken')
        on conflict (message_sid) do nothing returning id
        """, found);

    // The phone is locked first: what comes from one phone is dealt with one after the other, and each sees what the one before it did.
    Question[] About(IncomingText text, InboundText inbound, Caller caller)
    {
        var phone = phones.FingerprintOf(text.From);
        return
        [
            new($"""
                select id, fingerprint, sealed_number, is_british, language, opted_out_at, frozen_at, invalid_at, failures, quiet_until, created_at
                from sms.phones where fingerprint = {phone} for update
                """, row => caller.Phone = Phone.Read(row)),
            new($"""
                select n.id, n.mode, s.phone_id, s.number_id, s.state, s.round_id, s.pending, s.held, s.expires_at, s.reminded
                from sms.numbers n left join (sms.sessions s join sms.phones p on p.id = s.phone_id and p.fingerprint = {phone}) on s.number_id = n.id
                where n.number = {text.To}
                """, row => (caller.Number, caller.Session) = (new(row.GetGuid(0), row.Name<OptOutMode>(1)), row.IsDBNull(2) ? null : TextSession.Read(row, from: 2))),
            Traffic.Ask(phone, inbound, Fingerprint(text), phones.Now, found => caller.Traffic = found),
            new($"""
                select l.round_id, v.id, v.person_id, v.postcode, v.age, v.declared_at, array(select id from neighbourhoods_around(v.postcode) as around (id))
                from sms.phone_links l join sms.phones p on p.id = l.phone_id join register.voters v on v.id = l.voter_id where p.fingerprint = {phone}
                """, row => caller.Links.Add(new(row.Find<Guid?>(0), RollCall.Read(row, from: 1)))),
            VoteMark.Ask(phone, text.To, caller.Marks.Add),
            shelf.Ask(text.To, caller.Rounds.Add),
        ];
    }

    byte[] Fingerprint(IncomingText text) => phones.Keys.Fingerprint("body", text.Body.Trim());
}

/// <summary>Who texts one of our numbers, as far as it is known.</summary>
public sealed class Caller
{
    /// <summary>Null where it never texted before.</summary>
    public Phone? Phone { get; set; }

    /// <summary>Null where it is no number of ours.</summary>
    public CalledNumber? Number { get; set; }

    public TextSession? Session { get; set; }
    public Traffic Traffic { get; set; } = Traffic.None;
    public List<KnownLink> Links { get; } = [];
    public List<VoteMark> Marks { get; } = [];

    /// <summary>The number's rounds, by the marks of when they were changed last.</summary>
    public List<RoundStamp> Rounds { get; } = [];
}

/// <summary>The number of ours that a text came to.</summary>
public sealed record CalledNumber(Guid Id, OptOutMode Mode);

/// <summary>Who votes from a phone, as the roll has them.</summary>
/// <param name="RoundId">The one round for which that holds; null for all.</param>
/// <param name="Call">Who it is, and where they live.</param>
public sealed record KnownLink(Guid? RoundId, RollCall Call);
