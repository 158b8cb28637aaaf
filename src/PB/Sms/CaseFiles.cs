// Longer than the house allows: what a decision looks at stands in one list.
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Roll;

namespace PB.Sms;

/// <summary>Looks up what a decision about a text needs to know.</summary>
public sealed class CaseFiles(PbContext db, VoteOfPhone votes, CodesByText codes, PhoneBook phones)
{
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
            found.Vote = await votes.FindAsync(voter, known, found.Marks.FirstOrDefault(mark => mark.VoterId == voter.Id && mark.RoundId == known.Round.Id), cancel);
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

    async Task<ShelvedRound?> OnlyOneOpenToAsync(TextCase found, CancellationToken cancel)
    {
        var theirs = new List<ShelvedRound>();
        foreach (var round in found.Rounds)
            if (await CallAsync(found, round, cancel) is not null)
                theirs.Add(round);
        return theirs.Count == 1 ? theirs[0] : null;
    }

    async Task IdentifyAsync(TextCase found, ShelvedRound round, CancellationToken cancel)
    {
        if (await CallAsync(found, round, cancel) is not var (voter, place))
            return;
        found.Know(voter, place);
        found.HasAccount = found.Links.All(link => link.RoundId != round.Round.Id);
    }

    /// <summary>Who votes from this phone in a round: by a code or their own word for this round, else by the account, if that may vote in it.</summary>
    async Task<(Voter, PlaceOnTheRoll)?> CallAsync(TextCase found, ShelvedRound round, CancellationToken cancel)
    {
        if ((found.Links.FirstOrDefault(link => link.RoundId == round.Round.Id) ?? found.Links.FirstOrDefault(link => link.RoundId is null)) is not { } link)
            return null;
        var place = await db.PlaceOnTheRollAsync(round.Round, link.Call, cancel);
        return link.RoundId is not null || place.WhyNot is null ? (link.Call.Voter, place) : null;
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
