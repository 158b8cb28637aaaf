using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;

namespace PB.Grants.Marking;

/// <summary>What becomes of the cards of somebody who stops.</summary>
static class OpenCards
{
    /// <summary>Takes away what they have begun; what they had handed in was their word, and stays.</summary>
    public static async Task VoidOpenCardsAsync(this PbContext db, PanelMember member, DateTimeOffset now, CancellationToken cancel)
    {
        var conflicts = db.LiveConflicts();
        db.RemoveRange(await (
            from card in db.Set<Card>().Include(card => card.Marks)
            where card.PersonId == member.PersonId && card.HandedInAt == null && !conflicts.Any(declared => declared.ApplicationId == card.ApplicationId && declared.PersonId == card.PersonId)
                && db.Applications.Any(own => own.Id == card.ApplicationId && db.Calls.Any(call => call.Id == own.CallId && call.PanelId == member.PanelId && call.Dates.MarkingClosesAt > (call.PausedAt ?? now)))
            select card).ToListAsync(cancel));
    }
}
