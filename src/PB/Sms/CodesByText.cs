using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;

namespace PB.Sms;

/// <summary>Codes of letters that come by text: those of the roll, which open the ballot on the web too, and short ones that were made for texts alone.</summary>
public sealed class CodesByText(PbContext db, LetterCodes letters, TextKeys keys)
{
    /// <summary>What is to be said of the code in a text; null where there is none, or where none is needed.</summary>
    public async Task<CodeVerdict?> JudgeAsync(TextCase found, CancellationToken cancel)
    {
        if (found.Reading.Code is not { } typed || found.Round is not { } round || found.HasAccount)
            return null;
        if (found.Traffic.WrongCodes >= Traffic.MostWrongCodes)
            return CodeVerdict.Locked;
        return CodeText.Read(typed, out _) is null ? await JudgeLetterAsync(found, round, typed, cancel) : await JudgeShortAsync(found, round, typed, cancel);
    }

    /// <summary>Ties the code to the phone: from now on its voter votes from there.</summary>
    public async Task TakeAsync(TextCase found, CancellationToken cancel)
    {
        if (found.Letter is { } letter)
        {
            var voter = await letters.UseAsync(letter, cancel) ?? throw new InvalidOperationException("A code was made void while its text was read. Read again, it is a wrong one.");
            Tie(found, voter);
        }
        else if (found.Code is { } code && found.Voter?.Id != code.VoterId)
        {
            code.UseBy(found.Phone.Id, found.Now);
            Tie(found, await db.Voters.AsNoTracking().SingleAsync(voter => voter.Id == code.VoterId, cancel));
        }
    }

    void Tie(TextCase found, Voter voter)
    {
        if (found.Voter?.Id == voter.Id)
            return;
        db.Add(new PhoneLink(found.Phone.Id, voter.Id, found.Round!.Round.Id, ProofOfLink.LetterCode, found.Now));
        found.Know(voter);
    }

    // On the web whoever holds the letter goes on where it was left. A second phone is somebody else's: it could take a vote over that it never saw.
    async Task<CodeVerdict> JudgeLetterAsync(TextCase found, ShelvedRound round, string typed, CancellationToken cancel)
    {
        if (await letters.FindAsync(typed, cancel) is not { } letter || letter.RoundId != round.Round.Id || found.Voter is { } other && other.Id != letter.VoterId)
            return CodeVerdict.Wrong;
        if (letter.VoterId is { } voter && await db.Set<PhoneLink>().AnyAsync(link => link.VoterId == voter && link.PhoneId != found.Phone.Id, cancel))
            return CodeVerdict.Used;
        found.Letter = letter;
        return CodeVerdict.Good;
    }

    async Task<CodeVerdict> JudgeShortAsync(TextCase found, ShelvedRound round, string typed, CancellationToken cancel)
    {
        var fingerprint = keys.Fingerprint("code", typed);
        var code = await db.Set<IssuedCode>().SingleOrDefaultAsync(c => c.Fingerprint == fingerprint && c.RoundId == round.Round.Id && c.VoidAt == null, cancel);
        if (code is null || found.Voter is { } other && other.Id != code.VoterId)
            return CodeVerdict.Wrong;
        if (code.UsedBy is { } user && user != found.Phone.Id)
            return CodeVerdict.Used;
        found.Code = code;
        return CodeVerdict.Good;
    }
}
