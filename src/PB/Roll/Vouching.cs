using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Gives a code to somebody whom staff have seen: for this one person, whom nobody else can be from then on.</summary>
public sealed class Vouching(PbContext db, RoundKeys keys, LetterCodes codes, TimeProvider clock)
{
    /// <summary>Saves what the caller has written in the journal along with it; nothing is written where nobody gets a code.</summary>
    /// <returns>The code, which nobody can have a second time; or why there is none.</returns>
    /// <param name="round">What they want to vote in.</param>
    /// <param name="who">Who they are, as a paper says.</param>
    /// <param name="chosen">In which neighbourhood they want to vote, where their postcode lies in several.</param>
    /// <param name="by">Who has seen them.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<(RollAnswer Answer, string? Code)> VouchAsync(Round round, Identity who, Guid? chosen, Guid by, CancellationToken cancel)
    {
        var areas = await db.AreasAsync(round, who.Postcode, cancel);
        if (areas.Count == 0)
            return (RollAnswer.Elsewhere, null);
        if (RollBook.Only(areas, chosen) is not { } area)
            return (RollAnswer.WhichArea, null);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = new CodeBatch(round.Id, CodeKind.Desk, "In person", 1, clock.GetUtcNow()).MadeFor(area, by);
        var text = codes.Make(batch)[0];
        await db.SaveChangesAsync(cancel);
        var code = await db.LetterCodes.Where(c => c.BatchId == batch.Id).Select(c => c.Id).SingleAsync(cancel);
        var (digest, age) = (who.Digest(Identity.KeyOf(keys.OpenOrMake(round.Id))), Identity.AgeOn(Register.DayOf(round), who.BornOn));
        var isFree = await db.Database.ExecuteSqlAsync($"""
            insert into register.people as p (round_id, digest, area_id, age, code_id) values ({round.Id}, {digest}, {area}, {age}, {code})
            on conflict (round_id, digest) do update set code_id = {code}, area_id = coalesce(p.area_id, {area}), age = {age}
            where p.voter_id is null and (p.code_id is null or exists (select from register.codes c where c.id = p.code_id and c.voided_at is not null))
            """, cancel) == 1;
        if (!isFree)
            return (RollAnswer.TakenByAnother, null);
        await transaction.CommitAsync(cancel);
        return (RollAnswer.Entered, text);
    }
}
