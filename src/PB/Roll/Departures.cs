using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;

namespace PB.Roll;

/// <summary>Knows somebody again who deleted their account and comes back with the same address: in a round that is not final they stay the voter that they were.</summary>
/// <remarks>What it knows them by is a hash under the round's key, which goes when the round is certified.</remarks>
public sealed class Departures(PbContext db, RoundKeys keys, TimeProvider clock)
{
    /// <summary>Cuts a person loose from the voter that they were; their marks stay.</summary>
    public async Task LeaveAsync(Guid person, string email, CancellationToken cancel)
    {
        var rounds = await db.Database.SqlQuery<Guid>($"""select id as "Value" from rnd.round where state in ('open', 'closing', 'closed', 'sealed')""").ToListAsync(cancel);
        var (live, digests) = Known(rounds, email);
        await db.Database.ExecuteSqlAsync($"select register.depart({person}, {live}, {digests})", cancel);
    }

    /// <summary>The voter of an account, made now if there was none; one, at whatever number of posts at once. Null when the account is deleted.</summary>
    public async Task<Voter?> VoterOfAsync(Guid person, CancellationToken cancel)
    {
        if (await FindAsync(person, cancel) is { } known)
            return known;
        var email = await db.Users.Where(p => p.Id == person).Select(p => p.Email).SingleAsync(cancel) ?? "";
        var rounds = await db.Database.SqlQuery<Guid>($"""select distinct round_id as "Value" from register.departed""").ToListAsync(cancel);
        var (live, digests) = Known(rounds, email);
        await db.Database.ExecuteSqlAsync($"select register.voter_of({person}, {Ids.New(clock.GetUtcNow())}, {live}, {digests})", cancel);
        return await FindAsync(person, cancel);
    }

    /// <summary>The voter in a round whose account with this address is deleted; null where there is none.</summary>
    public async Task<Guid?> WhoLeftAsync(Guid round, string email, CancellationToken cancel)
    {
        var (_, digests) = Known([round], email);
        return (await db.Database.SqlQuery<Guid?>($"""select voter_id as "Value" from register.departed where round_id = {round} and digest = any ({digests})""").ToListAsync(cancel)).SingleOrDefault();
    }

    Task<Voter?> FindAsync(Guid person, CancellationToken cancel) => db.Voters.AsNoTracking().SingleOrDefaultAsync(voter => voter.PersonId == person, cancel);

    (Guid[] Rounds, byte[][] Digests) Known(IEnumerable<Guid> rounds, string email)
    {
        var address = Encoding.UTF8.GetBytes($"address\n{email.Trim().ToUpperInvariant()}");
        var live = rounds.Where(keys.Has).ToArray();
        return (live, [.. live.Select(round => HMACSHA256.HashData(Identity.KeyOf(keys.Open(round)), address))]);
    }
}
