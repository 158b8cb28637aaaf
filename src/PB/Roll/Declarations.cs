using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;

namespace PB.Roll;

/// <summary>Puts people on the roll by their own word.</summary>
public static class Declarations
{
    public const int YoungestAge = 5, OldestAge = 120;

    /// <summary>Writes down where somebody lives and how old they are; at whatever number of posts at once, one person is one voter.</summary>
    public static async Task DeclareAsync(
        this PbContext db, Guid person, Postcode postcode, int age, DateTimeOffset now, CancellationToken cancel)
    {
        if (await WriteAsync(db, person, postcode, age, now, cancel))
            return;
        db.ChangeTracker.Clear();
        if (!await WriteAsync(db, person, postcode, age, now, cancel))
            throw new InvalidOperationException("A voter was there and was not.");
    }

    static async Task<bool> WriteAsync(PbContext db, Guid person, Postcode postcode, int age, DateTimeOffset now, CancellationToken cancel)
    {
        var voter = await db.Voters.SingleOrDefaultAsync(v => v.PersonId == person, cancel);
        if (voter is null)
            db.Voters.Add(voter = new Voter(person, now));
        voter.Declare(postcode, age, now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.Violates(VoterMapping.OneVoterPerPerson))
        {
            return false; // the same person's other post came first
        }
    }
}
