// Longer than the house allows: all that is looked up for one text stands in one place, in the order in which it is needed, so it is given all five that know something.
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Roll;

namespace PB.Sms;

/// <summary>Looks up what a decision about a text needs to know.</summary>
public sealed class CaseFiles(PbContext db, RoundShelf shelf, VoteOfPhone votes, CodesByText codes, PhoneBook phones)
{
    public async Task<TextCase> OpenAsync(IncomingText text, InboundText inbound, Phone phone, CancellationToken cancel)
    {
        var now = phones.Now;
        var fingerprint = phones.Keys.Fingerprint("body", text.Body.Trim());
        var (number, session, links) = await KnownAsync(inbound.NumberId!.Value, phone.Id, cancel);
        if (session is null)
            db.Add(session = new TextSession(phone.Id, number.Id));
        inbound.BelongTo(phone.Id, phones.Keys.Seal(text.Body), fingerprint);
        return new TextCase
        {
            Text = text,
            Inbound = inbound,
            Phone = phone,
            Number = number,
            Session = session,
            Traffic = await TrafficAsync(inbound, fingerprint, now, cancel),
            Links = links,
            Rounds = await shelf.OfNumberAsync(number.Id, cancel),
            Now = now,
        };
    }

    /// <summary>Finds out which round a text is about, and reads it.</summary>
    public async Task ReadAsync(TextCase found, CancellationToken cancel)
    {
        var phrase = Phrase.Of(found.Text.Body);
        var live = found.Session.IsOver(found.Now) ? null : found.Session;
        var byName = phrase.WithoutKeyword(found.Rounds.Select(round => round.Text.Keyword));
        if (byName is { } named)
            phrase = named.Left;
        // The name alone answers our question which round was meant: the text that we kept is read now.
        if (byName is not null && phrase.Words.Count == 0 && live?.Held is { } held)
            phrase = Phrase.Of(phones.Keys.Open(held));
        found.Phrase = phrase;
        found.Round = found.Rounds.FirstOrDefault(round => round.Text.Keyword == byName?.Keyword)
            ?? found.Rounds.FirstOrDefault(round => round.Round.Id == live?.RoundId)
            ?? (found.Rounds.Count == 1 ? found.Rounds[0] : await OnlyOneOpenToAsync(found, cancel));
        found.Pending = found.Round is { } about && live is { Pending: { } waiting } && live.RoundId == about.Round.Id ? Open(about.Round.Id, waiting) : null;
        found.Reading = byName is not null && phrase.Text.Length == 0 ? new(ReadingKind.VoteWord) : Grammar.Read(phrase, Context(found));
    }

    /// <summary>Everything else that a decision looks at.</summary>
    public async Task<TextSituation> SituationAsync(TextCase found, CancellationToken cancel)
    {
        var areas = await AreasAsync(found, cancel);
        if (found.Round is { } round)
            await IdentifyAsync(found, round, cancel);
        if (found.Round is { } known && found.Voter is { } voter)
            found.Vote = await votes.FindAsync(voter, known, found.Phone, cancel);
        return new TextSituation
        {
            Round = found.Round?.Text,
            Paper = found.Round?.Paper,
            Choice = [.. found.Rounds.Select(r => r.Text)],
            State = found.State,
            Pending = found.Pending,
            At = found.At,
            IsKnown = found.Voter is not null,
            HasAccount = found.HasAccount,
            OnPaper = found.Vote.OnPaper,
            Vote = found.Vote.Numbers,
            VotedElsewhere = found.Vote.IsElsewhere,
            HasJoined = found.Reading.Kind is ReadingKind.Join && await JoinAsync(found, cancel),
            IsFrozen = found.Phone.FrozenAt is not null,
            IsOptedOut = found.Phone.OptedOutAt is not null,
            HasMedia = found.Text.MediaCount > 0,
            Code = await codes.JudgeAsync(found, cancel),
            TriesLeft = Traffic.MostWrongCodes - found.Traffic.WrongCodes,
            Postcode = found.Reading.Postcode,
            Area = areas is [var only] ? only : null,
            IsInSeveralAreas = areas.Count > 1,
            IsPublished = found.Round?.Round.PublishedAt is not null,
        };
    }

    // In one question: there is one for each text.
    async Task<(TextNumber Number, TextSession? Session, List<PhoneLink> Links)> KnownAsync(Guid number, Guid phone, CancellationToken cancel)
    {
        var known = await db.Set<TextNumber>().Where(n => n.Id == number).Select(n => new
        {
            Number = n,
            Session = db.Set<TextSession>().SingleOrDefault(s => s.PhoneId == phone && s.NumberId == number),
            Links = db.Set<PhoneLink>().Where(link => link.PhoneId == phone).ToList(),
        }).SingleAsync(cancel);
        return (known.Number, known.Session, known.Links);
    }

    async Task<Traffic> TrafficAsync(InboundText inbound, byte[] fingerprint, DateTimeOffset now, CancellationToken cancel) =>
        (await db.Database.SqlQuery<Traffic>($"""
            select 1 + count(*) filter (where received_at > {now.AddMinutes(-10)})::int as "LastMinutes", 1 + count(*)::int as "Today",
                   1 + count(*) filter (where received_at > {now.AddMinutes(-5)} and fingerprint = {fingerprint})::int as "Alike",
                   (select count(*)::int from sms.outbox where phone_id = {inbound.PhoneId} and answer_to is not null and created_at > {now.AddDays(-1)}) as "AnswersToday",
                   (select count(*)::int from sms.code_attempts where phone_id = {inbound.PhoneId} and at > {now.AddDays(-1)}) as "WrongCodes",
                   (array_agg(reply order by received_at desc) filter (where received_at > {now.AddSeconds(-60)} and fingerprint = {fingerprint}))[1] as "LastReply",
                   (select count(*)::int from sms.code_attempts where number_id = {inbound.NumberId} and at > {now.AddHours(-1)}) as "WrongCodesHere"
            from sms.inbound where phone_id = {inbound.PhoneId} and received_at > {now.AddDays(-1)} and id <> {inbound.Id}
            """).ToListAsync(cancel)).Single();

    async Task<ShelvedRound?> OnlyOneOpenToAsync(TextCase found, CancellationToken cancel)
    {
        var theirs = new List<ShelvedRound>();
        foreach (var round in found.Rounds)
            if (await VoterAsync(found, round, cancel) is not null)
                theirs.Add(round);
        return theirs.Count == 1 ? theirs[0] : null;
    }

    async Task IdentifyAsync(TextCase found, ShelvedRound round, CancellationToken cancel)
    {
        found.Voter = await VoterAsync(found, round, cancel);
        found.HasAccount = found.Voter is not null && found.Links.All(link => link.RoundId != round.Round.Id);
    }

    /// <summary>Who votes from this phone in a round: by a code or their own word for this round, else by the account, if that may vote in it.</summary>
    async Task<Voter?> VoterAsync(TextCase found, ShelvedRound round, CancellationToken cancel)
    {
        if ((found.Links.FirstOrDefault(link => link.RoundId == round.Round.Id) ?? found.Links.FirstOrDefault(link => link.RoundId is null)) is not { } link)
            return null;
        var voter = await db.Voters.AsNoTracking().SingleAsync(v => v.Id == link.VoterId, cancel);
        return link.RoundId is not null || (await db.PlaceOnTheRollAsync(round.Round, voter, cancel)).WhyNot is null ? voter : null;
    }

    async Task<IReadOnlyList<Guid>> AreasAsync(TextCase found, CancellationToken cancel) =>
        found is { Reading.Postcode: { } typed, Round: { } round } && Postcode.TryParse(typed, out var postcode) ? await db.AreasAsync(round.Round, postcode, cancel) : [];

    async Task<bool> JoinAsync(TextCase found, CancellationToken cancel)
    {
        if (found.Traffic.WrongCodes >= Traffic.MostWrongCodes)
            return false;
        var (fingerprint, now) = (phones.Keys.Fingerprint("join", found.Reading.Rest), found.Now);
        var code = await db.Set<LinkCode>().OrderByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(c => c.Fingerprint == fingerprint && c.PhoneId == null && c.UsedAt == null && c.ExpiresAt > now, cancel);
        if (code is null)
        {
            db.Add(new CodeAttempt(found.Phone.Id, found.Number.Id, now));
            return false;
        }

        code.Use(now);
        await phones.LinkToAsync(found.Phone, code.PersonId, ProofOfLink.JoinText, cancel);
        return true;
    }

    static ReadingContext Context(TextCase found) => new(
        found.Round?.Text.IsRanking is true,
        found.Round?.Text.Proof is ProofOfVoter.PostcodeAndAge,
        found.Round?.Text.OnTheBallot.ToDictionary(project => project.Number, project => project.Title) ?? [],
        found.State);

    PendingVote? Open(Guid round, byte[] waiting) => phones.Keys.Open(round, waiting) is { } text ? JsonSerializer.Deserialize<PendingVote>(text) : null;
}
