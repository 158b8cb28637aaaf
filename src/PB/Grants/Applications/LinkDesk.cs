using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;
using PB.Journal;

namespace PB.Grants.Applications;

/// <summary>Links plans for one event, and lets one group join the other when both leads say so.</summary>
public sealed class LinkDesk(PbContext db, LinkLetters letters, TimeProvider clock)
{
    /// <param name="other">The other plan's reference.</param>
    public async Task<LinkRefusal?> LinkAsync(Application own, string other, string because, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.calls where id = {own.CallId} for no key update", cancel);
        var hidden = db.InConflictOf(coordinator);
        if (await db.Applications.SingleOrDefaultAsync(one => one.CallId == own.CallId && one.Ref == other && one.Id != own.Id && one.EnteredAt != null && one.WithdrawnAt == null && !hidden.Contains(one.Id), cancel) is not { } second
            || own.WithdrawnAt is not null)
            return LinkRefusal.NotThere;
        if (await db.Set<PlanLink>().AnyAsync(link => link.FirstId == own.Id && link.SecondId == second.Id || link.FirstId == second.Id && link.SecondId == own.Id, cancel))
            return LinkRefusal.LinkedAlready;
        if (await db.Set<Decision>().AnyAsync(decision => decision.ApplicationId == own.Id || decision.ApplicationId == second.Id, cancel))
            return LinkRefusal.Decided;
        var now = clock.GetUtcNow();
        db.Add(new PlanLink(own.Id, second.Id, because, coordinator, now));
        db.Journal.Add(new JournalEntry(coordinator, "Linked two plans for one event", await db.SubjectOfAsync(own.CallId, cancel), because, now).About($"{own.Ref}, {second.Ref}"));
        await letters.LinkedAsync([own, second], now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>A lead would like to join the other group.</summary>
    public Task<LinkRefusal?> AskToJoinAsync(Guid linkId, Guid applicationId, CancellationToken cancel) => ActAsync(linkId, async (link, now) =>
    {
        if (link.JoinerId is not null)
            return LinkRefusal.NotAsked;
        link.AskToJoin(applicationId, now);
        await letters.AskedAsync(link.Id, link.Other(applicationId), now, cancel);
        return null;
    }, cancel);

    /// <summary>The other lead says yes: the plan that joins is taken back.</summary>
    public Task<LinkRefusal?> TakeInAsync(Guid linkId, Guid applicationId, CancellationToken cancel) => ActAsync(linkId, async (link, now) =>
    {
        if (link is not { JoinerId: { } joiner, JoinedAt: null } || joiner == applicationId)
            return LinkRefusal.NotAsked;
        await db.TakeBackAsync(await db.Applications.SingleAsync(one => one.Id == joiner, cancel), now, cancel);
        link.Join(now);
        await letters.JoinedAsync(joiner, now, cancel);
        return null;
    }, cancel);

    async Task<LinkRefusal?> ActAsync(Guid linkId, Func<PlanLink, DateTimeOffset, Task<LinkRefusal?>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id in (select unnest(array[first_id, second_id]) from grants.plan_links where id = {linkId}) order by id for update", cancel);
        var link = await db.Set<PlanLink>().SingleAsync(one => one.Id == linkId, cancel);
        if (await db.Applications.AnyAsync(own => (own.Id == link.FirstId || own.Id == link.SecondId) && own.WithdrawnAt != null, cancel))
            return LinkRefusal.NotAsked;
        if (await db.Set<Decision>().AnyAsync(decision => decision.ApplicationId == link.FirstId || decision.ApplicationId == link.SecondId, cancel))
            return LinkRefusal.Decided;
        if (await act(link, clock.GetUtcNow()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
