using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;

namespace PB.Roll;

/// <summary>Puts people on the roll by their own word.</summary>
public sealed class Declarations(PbContext db, Departures departures, TimeProvider clock)
{
    public const int YoungestAge = 5, OldestAge = 120;

    /// <summary>Writes down where somebody lives and how old they are; at whatever number of posts at once, one person is one voter.</summary>
    /// <returns>Whether there is an account to write it down for.</returns>
    public async Task<bool> DeclareAsync(Guid person, Postcode postcode, int age, CancellationToken cancel)
    {
        if (await departures.VoterOfAsync(person, cancel) is not { } known)
            return false;
        var voter = await db.Voters.SingleAsync(v => v.Id == known.Id, cancel);
        voter.Declare(postcode, age, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
