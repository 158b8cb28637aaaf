using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Grants.PublicVotes;

/// <summary>Makes a round of what a panel shortlisted, in one act: its plans are the projects, what is left in the call's pots is the money.</summary>
/// <remarks>It is a draft like any other: somebody who looks after the neighbourhood reads it and announces it.</remarks>
public sealed class PublicVoteDesk(PbContext db, PromisedMoney money, PotBook book, TimeProvider clock)
{
    /// <returns>The address of the round, or why there is none.</returns>
    public async Task<(string? Slug, PublicVoteRefusal? Refusal)> MakeAsync(Call call, PublicVoteOrder order, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.calls where id = {call.Id} for no key update", cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotAsync(call, order, now, cancel) is { } refusal) return (null, refusal);
        var left = (await money.LeftAsync(call, [], cancel)).Where(pot => pot.Available > Money.Zero).ToList();
        if (left.Count == 0) return (null, PublicVoteRefusal.NoMoney);

        var round = await DraftAsync(call, order, left, coordinator, cancel);
        var vote = new PublicVote(call.Id, round.Id, coordinator, now);
        db.AddRange(round, vote);
        await PutPlansAsync(call, vote, now, cancel);
        db.Journal.Add(new JournalEntry(coordinator, "Made a round of what a panel shortlisted", $"rounds/{round.Slug}", "", now).About(call.Title));
        await db.SaveChangesAsync(cancel);
        foreach (var pot in left)
        {
            vote.Hold(pot.Pot.Id, pot.Available);
            if (await book.EnterAsync(pot.Pot.Id, PotEntryKind.Reserve, pot.Available, new EntryReason($"For the vote “{round.Title}”", coordinator), cancel) is not null)
                return (null, PublicVoteRefusal.NoMoney);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (round.Slug, null);
    }

    /// <summary>What the panel put on the ballot, in the order of its meeting.</summary>
    public IQueryable<Application> Shortlist(Guid callId) =>
        from application in db.OnTheTable(callId)
        join item in db.Set<Item>() on application.Id equals item.ApplicationId
        where item.ShortlistedAt != null
        orderby item.ShortlistedAt, item.Number, application.Ref
        select application;

    async Task<PublicVoteRefusal?> WhyNotAsync(Call call, PublicVoteOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (call.Rules.Mode is not DecisionMode.PanelThenPublicVote) return PublicVoteRefusal.NotThatMode;
        if (order.From <= now || order.Until - order.From < Round.ShortestVoting) return PublicVoteRefusal.TooShort;
        if (await db.Set<PublicVote>().AnyAsync(vote => vote.CallId == call.Id && vote.VoidedAt == null, cancel)) return PublicVoteRefusal.MadeAlready;
        if (await db.OnTheTable(call.Id).AnyAsync(a => !db.Set<Item>().Any(item => item.ApplicationId == a.Id && item.DecidedAt != null), cancel)) return PublicVoteRefusal.PanelNotDone;
        return await Shortlist(call.Id).AnyAsync(cancel) ? null : PublicVoteRefusal.NothingShortlisted;
    }

    async Task<Round> DraftAsync(Call call, PublicVoteOrder order, List<PotMoney> left, Guid coordinator, CancellationToken cancel)
    {
        var fund = await db.Funds.AsNoTracking().SingleAsync(f => f.Id == call.FundId, cancel);
        var panel = await db.Panels.Where(p => p.Id == call.PanelId).Select(p => p.Name).SingleAsync(cancel);
        var draft = new PublicVoteDraft(fund, call, panel, order);
        return draft.Make(await db.FreeRoundSlugAsync(order.Title, cancel), left.Aggregate(Money.Zero, (sum, pot) => sum + pot.Available), coordinator, clock.GetUtcNow());
    }

    async Task PutPlansAsync(Call call, PublicVote vote, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = await Shortlist(call.Id).Select(a => a.Id).ToListAsync(cancel);
        var plans = await db.WholeApplications().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        foreach (var (id, number) in ids.Select((id, index) => (id, index + 1)))
        {
            var project = ProjectOf(plans[id], vote.RoundId, number, now);
            db.Proposals.Add(project);
            vote.Put(id, project.Id);
        }
    }

    // What everybody may read: the plan, the group's name and the budget. Nobody's name, and no address.
    static Proposal ProjectOf(Application plan, Guid round, int number, DateTimeOffset now)
    {
        var words = string.Join("\n\n", new[] { plan.Summary, plan.Answers.Need, plan.Answers.YoungLed, plan.Answers.Plan }.Where(text => text.Length > 0));
        var costs = plan.Lines.OrderBy(line => line.Number).Select(line => new CostLine(line.Quantity == 1 ? line.Description : string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {line.Description}"), line.Total));
        var project = new Proposal(round, Provenance.Shortlisted, now);
        project.BelongTo(null, plan.Group.GroupName, null, null);
        project.Bring(number, new IdeaRow(number, plan.Ref ?? "", new DraftText(plan.Title, words, plan.Amounts.Requested) { Place = string.Join(", ", plan.Group.Areas) }, new DraftDetails { Costs = [.. costs] }), now);
        project.SetPrice(plan.Amounts.Requested);
        return project;
    }
}
