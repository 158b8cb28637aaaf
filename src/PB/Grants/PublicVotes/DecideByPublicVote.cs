using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Jobs;
using PB.Journal;
using PB.Results;
using PB.Rounds;
using PB.Tally;
using Decision = PB.Grants.Meetings.Decision;

namespace PB.Grants.PublicVotes;

/// <summary>Makes the panel's decisions of a vote's final result. Nobody's hand is in it: what the count funds is funded in full, the others wait in the order of their votes.</summary>
public sealed class DecideByPublicVote(PbContext db, PromisedMoney money, PotBook book, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await StepAsync(cancel))
            db.ChangeTracker.Clear();
    }

    async Task<bool> StepAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>($"""
            select v.round_id as "Value" from grants.public_votes v join rounds r on r.id = v.round_id
            where v.decided_at is null and v.voided_at is null and (r.certified_at is not null or r.cancelled_at is not null)
            order by v.made_at limit 1 for update of v skip locked
            """).ToListAsync(cancel);
        if (due is not [var id]) return false;

        var vote = await db.Set<PublicVote>().Include(v => v.Plans).Include(v => v.PutAside).AsSplitQuery().SingleAsync(v => v.RoundId == id, cancel);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        await GiveBackAsync(vote, round, cancel);
        if (round.CertifiedAt is null)
            vote.Void(clock.GetUtcNow());
        else
            await DecideAsync(vote, cancel);
        db.Journal.Add(new JournalEntry(null, round.CertifiedAt is null ? "Gave the money of a cancelled vote back to its pots" : "Took a vote’s final result as the panel’s decisions", $"rounds/{round.Slug}", "", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    async Task GiveBackAsync(PublicVote vote, Round round, CancellationToken cancel)
    {
        foreach (var held in vote.PutAside.OrderBy(held => held.PotId))
            await book.EnterAsync(held.PotId, PotEntryKind.Unreserve, held.Amount, new EntryReason($"The vote “{round.Title}” is over", null), cancel);
    }

    async Task DecideAsync(PublicVote vote, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var result = (await db.PublishedResultAsync(vote.RoundId, null, cancel))!;
        var lines = await LinesAsync(vote, ResultDocument.Read(result.Document).Count, cancel);
        var call = await db.Calls.AsNoTracking().Include(c => c.Pots).SingleAsync(c => c.Id == vote.CallId, cancel);
        var funded = lines.Where(line => line.IsFunded).ToList();
        var wishes = funded.Select(line => new Wish(line.Plan.Amounts.Requested, line.Plan.Reach()));
        var shares = funded.Zip(Allocation.Of(wishes, await money.LeftAsync(call, [], cancel), goOn: true)).ToDictionary(pair => pair.First.Plan.Id, pair => pair.Second);
        foreach (var line in lines)
            db.Add(new Decision(line.Item, line.Vote, line.Draft(shares.GetValueOrDefault(line.Plan.Id), result.Id), null, now));
        vote.Decide(now);
    }

    // What was taken back after the panel's meeting is not decided on.
    async Task<List<PlanInTheCount>> LinesAsync(PublicVote vote, Count count, CancellationToken cancel)
    {
        var ids = vote.Plans.Select(plan => plan.ApplicationId).ToArray();
        var plans = await db.WholeApplications().AsNoTracking().Where(a => ids.Contains(a.Id) && a.WithdrawnAt == null).ToListAsync(cancel);
        var projects = vote.Plans.ToDictionary(plan => plan.ApplicationId, plan => plan.ProposalId);
        var numbers = await db.Proposals.Where(p => p.RoundId == vote.RoundId).ToDictionaryAsync(p => p.Id, p => p.Number!.Value, cancel);
        var items = await db.Set<Item>().AsNoTracking().Where(item => ids.Contains(item.ApplicationId) && item.ShortlistedAt != null).ToDictionaryAsync(item => item.ApplicationId, cancel);
        var itemIds = items.Values.Select(item => (Guid?)item.Id).ToArray();
        var votes = (await db.Set<Vote>().AsNoTracking().Where(v => itemIds.Contains(v.ItemId)).OrderBy(v => v.OpenedAt).ToListAsync(cancel)).ToLookup(v => v.ItemId!.Value);
        var steps = count.Steps.ToDictionary(step => step.Number);
        return [.. from plan in plans
                   let item = items[plan.Id]
                   let step = steps.GetValueOrDefault(numbers[projects[plan.Id]])
                   orderby step?.IsFunded is true ? 0 : 1, -(step?.Votes ?? 0), plan.Ref
                   select new PlanInTheCount(plan, item, votes[item.Id].FundVote()!, step)];
    }
}
