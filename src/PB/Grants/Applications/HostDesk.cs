using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Applications;

/// <summary>Writes down what was found out about an organisation.</summary>
public sealed class HostDesk(PbContext db, TimeProvider clock)
{
    /// <param name="hostId">The organisation.</param>
    /// <param name="byId">Who looked into it.</param>
    /// <param name="against">Why it can be given nothing; empty where nothing stands against it.</param>
    /// <param name="at">Of which call, and about which application the journal says it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task LookIntoAsync(Guid hostId, Guid byId, string against, (string Call, string Ref) at, CancellationToken cancel)
    {
        var (host, now) = (await db.HostOrganisations.SingleAsync(one => one.Id == hostId, cancel), clock.GetUtcNow());
        host.Block(against);
        if (against.Length == 0)
            host.PassCheck(now);
        db.Journal.Add(new JournalEntry(byId, against.Length == 0 ? "Looked into an organisation and found nothing against it" : "Stopped an organisation", at.Call, against, now).About(at.Ref));
        await db.SaveChangesAsync(cancel);
    }
}
