using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>Finds the voter of a ballot that two people may want to leave out: by an address or by a code, never by what was chosen.</summary>
public sealed class BallotOwners(PbContext db, RoundKeys keys, LetterCodes codes, Departures departures)
{
    /// <returns>Null where nobody with this address or code has voted in the round.</returns>
    public async Task<Guid?> FindAsync(Guid round, string email, string code, CancellationToken cancel)
    {
        var voter = code.Length > 0 ? await codes.VoterOfAsync(code, round, cancel) : await OfAddressAsync(round, email, cancel);
        return voter is { } id && await HasBallotAsync(round, id, cancel) ? voter : null;
    }

    async Task<Guid?> OfAddressAsync(Guid round, string email, CancellationToken cancel)
    {
        var normalized = email.ToUpperInvariant();
        return await (from v in db.Voters join person in db.Users on v.PersonId equals person.Id where person.NormalizedEmail == normalized select (Guid?)v.Id).SingleOrDefaultAsync(cancel)
            ?? await departures.WhoLeftAsync(round, email, cancel);
    }

    async Task<bool> HasBallotAsync(Guid round, Guid voter, CancellationToken cancel)
    {
        var tag = VoterTag.Compute(keys.Open(round), round, voter);
        return (await db.Database.SqlQuery<bool>($"""select ballotbox.has_ballot({round}, {tag}) as "Value" """).ToListAsync(cancel)).Single();
    }
}
