using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Marking;

namespace PB.Grants.Meetings;

/// <summary>What a panel has still to decide in a call.</summary>
public sealed class Agenda(PbContext db, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>The applications in the order in which they are talked about: that of the averages.</returns>
    public async Task<IReadOnlyList<Guid>> OfAsync(Call call, Guid panelId, CancellationToken cancel)
    {
        var waiting = await WaitingAsync(call, panelId, cancel);
        var now = Now;
        // The order is the panel's own: it is made from all cards, whoever asks.
        var everybody = new Reader(Guid.Empty, Decides: false);
        var sheet = MarkSheet.Of(waiting, await db.CountedCardsAsync(call, everybody, now, cancel), call.Rules.AdjustMarks);
        return sheet.Order;
    }

    async Task<List<Guid>> WaitingAsync(Call call, Guid panelId, CancellationToken cancel)
    {
        var items = db.Set<Item>();
        return await db.OnTheTable(call.Id)
            .Where(a => !items.Any(item => item.ApplicationId == a.Id && item.DecidedAt == null && item.DeferredAt == null && db.Set<Meeting>().Any(m => m.Id == item.MeetingId && m.ClosedAt == null)))
            .Where(a => !db.Set<Decision>().Any(decision => decision.ApplicationId == a.Id) && !items.Any(item => item.ApplicationId == a.Id && item.ShortlistedAt != null)
                || db.ProcessAppeals.Any(appeal => appeal.ApplicationId == a.Id && appeal.Outcome == AppealOutcome.Upheld && !db.Set<Decision>().Any(decision => decision.ApplicationId == a.Id && decision.DecidedAt >= appeal.AnsweredAt))
                || db.ToBeCorrected().Any(wrong => wrong.ApplicationId == a.Id)
                || db.Set<Referral>().Any(r => r.WithdrawnAt == null && r.AnsweredAt == null && db.Set<Decision>().Any(d => d.Id == r.DecisionId && d.ApplicationId == a.Id)))
            .Where(a => (items.Where(item => item.ApplicationId == a.Id && item.HandedTo != null).OrderByDescending(item => item.DeferredAt).Select(item => item.HandedTo).FirstOrDefault() ?? call.PanelId) == panelId)
            .Select(a => a.Id).ToListAsync(cancel);
    }
}
