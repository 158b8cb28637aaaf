using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Makes codes, finds a code that somebody typed in or sent as a text, and makes a voter of it.</summary>
/// <remarks>The key of the hashes lies in the key folder, outside the database. A guess is hashed like a code, and takes as long.</remarks>
public sealed class LetterCodes(PbContext db, RoundKeys keys, TimeProvider clock)
{
    public const int MostInABatch = 5_000, MostInARound = 500_000;

    /// <summary>Makes a batch and its codes, to be saved by the caller.</summary>
    /// <returns>The codes in the order of their serials: nobody can have them a second time.</returns>
    public IReadOnlyList<string> Make(CodeBatch batch)
    {
        var texts = new HashSet<string>(batch.Size);
        while (texts.Count < batch.Size)
            texts.Add(CodeText.New());
        db.CodeBatches.Add(batch);
        List<string> codes = [.. texts];
        db.LetterCodes.AddRange(codes.Select((code, index) => new LetterCode(batch, index + 1, DigestOf(code), batch.MadeAt)));
        return codes;
    }

    /// <summary>The code of this text, used or not; null when there is none, or when it or its batch is void.</summary>
    public async Task<LetterCode?> FindAsync(string? typed, CancellationToken cancel)
    {
        var mistake = CodeText.Read(typed, out var text);
        var digest = DigestOf(text);
        var found = await db.LetterCodes.AsNoTracking().SingleOrDefaultAsync(code => code.Digest == digest && code.VoidedAt == null, cancel);
        return mistake is null && found is not null && CryptographicOperations.FixedTimeEquals(found.Digest, digest) ? found : null;
    }

    /// <summary>Who has used a code in a round, also where it is void by now; null when nobody has.</summary>
    public Task<Guid?> VoterOfAsync(string typed, Guid round, CancellationToken cancel)
    {
        CodeText.Read(typed, out var text);
        var digest = DigestOf(text);
        return db.LetterCodes.Where(code => code.RoundId == round && code.Digest == digest).Select(code => code.VoterId).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The voter of a code: made when it is used first, the same ever after, however many use it at once.</summary>
    /// <returns>Null when the code is void by now.</returns>
    public async Task<Voter?> UseAsync(LetterCode code, CancellationToken cancel)
    {
        if (await db.VoterOfCodeAsync(code.Id, cancel) is { } known)
            return known;
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        // Locked: whoever comes at the same moment waits, and finds the voter.
        if (await db.LetterCodes.FromSql($"select * from register.codes where id = {code.Id} and voided_at is null for update").AsNoTracking().ToListAsync(cancel) is not [var locked])
            return null;
        if (locked.VoterId is not null)
            return await db.VoterOfCodeAsync(code.Id, cancel);
        var now = clock.GetUtcNow();
        var voter = new Voter(null, now);
        db.Voters.Add(voter);
        await db.SaveChangesAsync(cancel);
        await db.LetterCodes.Where(c => c.Id == code.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.VoterId, voter.Id), cancel);
        await EnterAsync(code, voter, now, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return voter;
    }

    // Where people also say who they are, they are on the roll only after that.
    async Task EnterAsync(LetterCode code, Voter voter, DateTimeOffset now, CancellationToken cancel)
    {
        var batch = await db.CodeBatches.SingleAsync(b => b.Id == code.BatchId, cancel);
        var round = await db.Rounds.Include(r => r.Neighbourhoods).SingleAsync(r => r.Id == code.RoundId, cancel);
        var person = batch.Kind is CodeKind.Desk
            ? await db.RegisterPeople.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.CodeId == code.Id, cancel) : null;
        if (round.Eligibility.AsksWho && person is null)
            return;
        var area = person?.AreaId ?? batch.AreaId ?? (round.Neighbourhoods is [var only] ? only.NeighbourhoodId : null);
        db.RollEntries.Add(new RollEntry(round.Id, voter.Id, WayOf(batch.Kind), new(Connections.Lives, area, person?.Age, null), now));
        await db.SaveChangesAsync(cancel);
        if (person is not null)
            await db.RegisterPeople.Where(p => p.RoundId == round.Id && p.CodeId == code.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.VoterId, voter.Id), cancel);
    }

    public static RollWay WayOf(CodeKind kind) => kind switch
    {
        CodeKind.Letter => RollWay.Letter,
        CodeKind.School => RollWay.School,
        CodeKind.Desk => RollWay.Desk,
    };

    byte[] DigestOf(string text) => HMACSHA256.HashData(keys.OpenOrMake("codes"), Encoding.UTF8.GetBytes("pb/1/code\n" + text));
}

/// <summary>Finds voters by their code.</summary>
static class CodeVoters
{
    /// <returns>Null when the code has not been used, or is void.</returns>
    public static Task<Voter?> VoterOfCodeAsync(this PbContext db, Guid code, CancellationToken cancel) =>
        (from c in db.LetterCodes
         where c.Id == code && c.VoidedAt == null
         join voter in db.Voters on c.VoterId equals voter.Id
         select voter).AsNoTracking().SingleOrDefaultAsync(cancel);
}
