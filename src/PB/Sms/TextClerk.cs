using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Neighbourhoods;
using PB.Roll;
using PB.Rounds;

namespace PB.Sms;

/// <summary>Does what a turn says: casts, takes back, ties codes to phones, puts people on the roll by their own word.</summary>
public sealed class TextClerk(PbContext db, VoteOfPhone votes, CodesByText codes)
{
    const int MostTried = 50;

    /// <returns>The turn as it is to be answered, which is another one where the ballot box refused; and the reference of the vote that it speaks of.</returns>
    public async Task<(Turn Turn, string Reference)> ActAsync(TextCase found, Turn turn, CancellationToken cancel)
    {
        Note(found, turn);
        if (turn.Does(TextActs.TakeCode))
            await codes.TakeAsync(found, cancel);
        if (turn.Does(TextActs.Declare) && turn.Area is { } area && !await DeclareAsync(found, area, turn.Age, cancel))
            return (new Turn(ReplyKey.NotElig, TextState.Idle), "");
        if (turn.Does(TextActs.Freeze))
            await FreezeAsync(found, cancel);
        if (turn.Does(TextActs.Cast) || turn.Does(TextActs.Withdraw))
            return await VoteAsync(found, turn, cancel);
        return (turn, turn.Idea is { } idea ? Keep(found, idea) : found.Vote.Told?.Reference ?? "");
    }

    void Note(TextCase found, Turn turn)
    {
        var (phone, now) = (found.Phone, found.Now);
        if (turn.Does(TextActs.OptOut))
            phone.OptOut(now);
        if (turn.Does(TextActs.OptIn))
            phone.OptIn();
        if ((turn.Language ?? (found.Reading.InWelsh ? "cy" : null)) is { } language)
            phone.Speak(language);
        if (turn.Does(TextActs.WrongCode))
            db.Add(new CodeAttempt(phone.Id, found.Number.Id, now));
        if (turn.Does(TextActs.WrongCode) && found.Traffic.WrongCodesHere == Traffic.ManyWrongCodes)
            db.Add(new TextAlert(TextAlertKind.CodeGuessing, null, found.Round?.Round.Id, null, now));
        if (turn.Does(TextActs.CallForHelp))
            db.Add(new TextAlert(TextAlertKind.Danger, phone.Id, null, found.Inbound.Id, now));
        if (turn.Does(TextActs.AskForResult) && found.Round is { } round && !db.Set<ResultWish>().Any(w => w.PhoneId == phone.Id && w.RoundId == round.Round.Id))
            db.Add(new ResultWish(phone.Id, found.Number.Id, round.Round.Id, now));
    }

    /// <summary>Puts somebody on the roll of one round by their own word. Of the postcode only the neighbourhood is kept: some postcode of it stands for it.</summary>
    /// <returns>False where no postcode can stand for it: then people help.</returns>
    async Task<bool> DeclareAsync(TextCase found, Guid area, int? age, CancellationToken cancel)
    {
        var round = found.Round!;
        if (await SomePostcodeAsync(round.Round, area, cancel) is not { } postcode)
            return false;
        var voter = new Voter(null, found.Now);
        voter.Declare(postcode, Math.Clamp(age ?? round.Text.MinimumAge, Declarations.YoungestAge, Declarations.OldestAge), found.Now);
        db.Add(voter);
        db.Add(new PhoneLink(found.Phone.Id, voter.Id, round.Round.Id, ProofOfLink.SelfDeclared, found.Now));
        await db.SaveChangesAsync(cancel);
        found.Know(voter);
        return true;
    }

    // One that lies in this neighbourhood alone: by another the vote would be counted elsewhere.
    async Task<Postcode?> SomePostcodeAsync(Round round, Guid area, CancellationToken cancel)
    {
        var within = await db.WithinAsync(area, cancel);
        var listed = await db.Neighbourhoods.Where(n => within.Contains(n.Id)).SelectMany(n => n.Postcodes).Select(p => p.Postcode).ToArrayAsync(cancel);
        RandomNumberGenerator.Shuffle(listed.AsSpan());
        foreach (var text in listed.Take(MostTried))
            if (Postcode.TryParse(text, out var postcode) && await db.AreasAsync(round, postcode, cancel) is [var only] && only == area)
                return postcode;
        return null;
    }

    async Task<(Turn, string)> VoteAsync(TextCase found, Turn turn, CancellationToken cancel)
    {
        var vote = new VoteByText(found.Voter!, found.Round!, found.Phone, turn.Does(TextActs.Withdraw) ? [] : turn.Numbers)
        {
            MessageSid = found.Text.MessageSid,
            Before = found.Vote,
            Place = found.Place,
            LateSince = found.Text.HadAt is { } had && found.Now >= found.Round!.Text.ClosesAt ? had : null,
        };
        var cast = await votes.CastAsync(vote, cancel);
        found.Echo = cast.Echo;
        return cast.Refusal switch
        {
            null => (turn, cast.Reference),
            BallotRefusal.Closed => (new Turn(ReplyKey.Closed, TextState.Idle), ""),
            BallotRefusal.NotOpenYet => (new Turn(ReplyKey.NotOpen, TextState.Idle), ""),
            BallotRefusal.NotEligible => (new Turn(ReplyKey.NotElig, TextState.Idle), ""),
            BallotRefusal.AlreadyVoted => (new Turn(ReplyKey.AlreadyVoted, TextState.Idle), ""),
            _ => throw new InvalidOperationException($"The ballot box answered {cast.Refusal} to a vote that was checked."),
        };
    }

    /// <summary>Lets no more votes in from this phone, and brings back what the last text changed.</summary>
    async Task FreezeAsync(TextCase found, CancellationToken cancel)
    {
        found.Phone.Freeze(found.Now);
        db.Add(new TextAlert(TextAlertKind.NotMe, found.Phone.Id, found.Round?.Round.Id, found.Inbound.Id, found.Now));
        var isOpen = found.Round is { } about && about.Text.PhaseAt(found.Now) is TextPhase.Open or TextPhase.Paused;
        if (!isOpen || found.Voter is null || found.Vote is not { OnPaper: false, Told: { } told } || !await WasByTextAsync(found, cancel))
            return;
        var cast = await votes.CastAsync(new VoteByText(found.Voter, found.Round!, found.Phone, told.Before?.Numbers ?? [])
        {
            MessageSid = found.Text.MessageSid,
            Before = found.Vote,
            Place = found.Place,
            Reference = told.Before?.Reference ?? "",
        }, cancel);
        found.Echo = cast.Echo;
    }

    Task<bool> WasByTextAsync(TextCase found, CancellationToken cancel)
    {
        var (phone, round, version) = (found.Phone.Id, found.Round!.Round.Id, found.Vote.Version);
        return db.Set<TextEcho>().AnyAsync(echo => echo.PhoneId == phone && echo.RoundId == round && echo.Version == version, cancel);
    }

    string Keep(TextCase found, string idea)
    {
        var reference = RandomNumberGenerator.GetString("ACDEFGHJKLMNPQRTUWXY347", 4);
        db.Add(new TextedIdea(found.Round!.Round.Id, found.Phone.Id, reference, idea, found.Now));
        return reference;
    }
}
