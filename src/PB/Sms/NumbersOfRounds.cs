using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>To which number a round's votes are texted.</summary>
public static class NumbersOfRounds
{
    /// <returns>The first of its numbers; null where nobody can vote by text.</returns>
    public static Task<string?> TextNumberAsync(this PbContext db, Guid round, CancellationToken cancel) => (
        from link in db.Set<TextSetUpNumber>()
        join number in db.Set<TextNumber>() on link.NumberId equals number.Id
        where link.RoundId == round
        orderby link.Place
        select number.Number).FirstOrDefaultAsync(cancel);

    /// <returns>The number to which a letter's code may be texted; null where a text cannot be proved by one.</returns>
    public static async Task<string?> NumberForCodesAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        await db.Set<TextSetUp>().AnyAsync(setUp => setUp.RoundId == round && setUp.Proof != ProofOfVoter.Registered, cancel) ? await db.TextNumberAsync(round, cancel) : null;
}
