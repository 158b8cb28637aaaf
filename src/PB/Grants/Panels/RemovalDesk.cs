using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Journal;

namespace PB.Grants.Panels;

/// <summary>Ends a member's time on a panel against their will: a coordinator asks the panel, and the panel says yes or no.</summary>
public sealed class RemovalDesk(PbContext db, Roster roster, RemovalLetters letters, TimeProvider clock)
{
    public Task<RemovalRefusal?> AskAsync(Guid memberId, string because, Guid coordinator, CancellationToken cancel) => ChangeAsync(memberId, async (member, now) =>
    {
        if (await db.Set<Removal>().AnyAsync(one => one.MemberId == memberId && one.AgreedAt == null && one.RejectedAt == null && one.AskedAt > now - Removal.Patience, cancel))
            return RemovalRefusal.AskedAlready;
        var removal = new Removal(memberId, because, coordinator, now);
        db.Add(removal);
        await letters.AskAsync(removal, member, await DecidersAsync(member, cancel), cancel);
        await NoteAsync(coordinator, "Asked a panel whether a member has to go", member, "", now, cancel);
        return null;
    }, cancel);

    public async Task<RemovalRefusal?> AnswerAsync(Guid removalId, Guid personId, bool isYes, CancellationToken cancel) =>
        await ChangeAsync(await db.Set<Removal>().Where(one => one.Id == removalId).Select(one => one.MemberId).SingleAsync(cancel), async (member, now) =>
        {
            var removal = await db.Set<Removal>().Include(one => one.Answers).SingleAsync(one => one.Id == removalId, cancel);
            if (!removal.IsOpenAt(now))
                return RemovalRefusal.Settled;
            var deciding = await DecidersAsync(member, cancel);
            if (!deciding.Contains(personId))
                return RemovalRefusal.MayNotDecide;
            removal.Take(personId, isYes, deciding.Count, now);
            if (removal.AgreedAt is not null)
            {
                member.Leave(now);
                await db.VoidOpenCardsAsync(member, now, cancel);
            }

            if (!removal.IsOpenAt(now))
                await NoteAsync(null, removal.AgreedAt is null ? "A panel wants a member to stay" : "A panel ended a member’s time", member, $"Yes {removal.Yes}, no {removal.No}", now, cancel);
            return null;
        }, cancel);

    /// <summary>Who decides on it: the active members, without the one whom it is about.</summary>
    public async Task<IReadOnlySet<Guid>> DecidersAsync(PanelMember member, CancellationToken cancel) =>
        (await roster.ActiveAsync(member.PanelId, cancel)).Where(seat => seat.Member.Id != member.Id).Select(seat => seat.Member.PersonId!.Value).ToHashSet();

    async Task<RemovalRefusal?> ChangeAsync(Guid memberId, Func<PanelMember, DateTimeOffset, Task<RemovalRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.panel_members where id = {memberId} for update", cancel);
        var member = await db.PanelMembers.SingleAsync(one => one.Id == memberId, cancel);
        if (member.LeftAt is not null)
            return RemovalRefusal.HasLeft;
        if (await change(member, clock.GetUtcNow()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task NoteAsync(Guid? byId, string act, PanelMember member, string why, DateTimeOffset now, CancellationToken cancel)
    {
        var panel = await (from one in db.Panels
                           where one.Id == member.PanelId
                           join fund in db.Funds on one.FundId equals fund.Id
                           select $"funds/{fund.Slug}/panels/{one.Slug}").SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, act, panel, why, now).About(member.DisplayName));
    }
}
