using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Tally.Log;

namespace PB.Roll;

/// <summary>What becomes of provisional ballots at the close: those that two people did not accept are left out, in public, before anything is counted.</summary>
public static class Provisionals
{
    /// <summary>How long the count waits for people to decide.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>Whether there are ballots that nobody has decided on, and still time to.</summary>
    public static async Task<bool> WaitForPeopleAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<bool>($"""select register.waits_for_people({round}) as "Value" """).ToListAsync(cancel)).Single();

    /// <summary>Leaves out what was not accepted. In the transaction that ends the log; the tags are made where the key is.</summary>
    public static async Task LeaveOutProvisionalsAsync(this PbContext db, Guid round, RoundKeys keys, CancellationToken cancel)
    {
        var voters = await db.Database.SqlQuery<Guid>($"""select voter as "Value" from register.not_accepted({round}) voter""").ToListAsync(cancel);
        if (voters.Count == 0)
            return;
        var key = keys.Open(round);
        var tags = voters.Select(voter => VoterTag.Compute(key, round, voter)).ToArray();
        await db.Database.ExecuteSqlAsync($"select ballotbox.leave_out_provisionals({round}, {tags})", cancel);
    }

    /// <summary>How many provisional ballots were cast, and how many of them two people accepted.</summary>
    public static async Task<ProvisionalFigures> ProvisionalFiguresAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<ProvisionalFigures>($"""select cast_ballots as "Cast", accepted as "Accepted" from register.provisional_figures({round})""").ToListAsync(cancel)).Single();
}

/// <summary>Provisional ballots of a round.</summary>
public sealed record ProvisionalFigures(long Cast, long Accepted);
