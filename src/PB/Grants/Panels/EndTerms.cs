using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Panels;

/// <summary>Writes down that members have grown too old and the last call of their time is over. They decide on nothing from that moment, whenever this runs.</summary>
public sealed class EndTerms(PbContext db, Roster roster, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var panel in await db.Panels.AsNoTracking().ToListAsync(cancel))
        {
            var over = (await roster.OfAsync(panel.Id, cancel)).Where(seat => seat.Member.LeftAt is null && seat.Age.IsPast).Select(seat => seat.Member.Id).ToList();
            if (over.Count > 0)
                await EndAsync(panel, over, cancel);
        }
    }

    async Task EndAsync(Panel panel, List<Guid> over, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var member in await db.PanelMembers.Where(m => over.Contains(m.Id)).ToListAsync(cancel))
            member.Leave(now);
        var fund = await db.Funds.Where(f => f.Id == panel.FundId).Select(f => f.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(null, "Ended the time of members who have grown too old", $"funds/{fund}/panels/{panel.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
    }
}
