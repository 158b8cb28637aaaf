using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Calls;

/// <summary>Brings a call on its way: the panel agrees on its criteria, and a coordinator opens it when nothing is missing.</summary>
public sealed class CallDesk(PbContext db, Roster roster, PotBook pots, TimeProvider clock)
{
    /// <summary>New criteria, in place of all before; votes on those count no more.</summary>
    public Task<CallRefusal?> AskAsync(Guid callId, Guid byId, IReadOnlyList<CriterionWords> words, CancellationToken cancel) =>
        ChangeAsync(callId, byId, "Wrote the criteria of a call", async (call, now) =>
        {
            if (call.CriteriaAgreedAt is not null)
                return CallRefusal.Agreed;
            // First the old ones go: no number is there twice, not even in between.
            call.Ask([], now);
            await db.SaveChangesAsync(cancel);
            call.Ask(words, now);
            return null;
        }, cancel);

    public Task<CallRefusal?> VoteAsync(Guid callId, Guid memberId, WeightChoice choice, CancellationToken cancel) =>
        ChangeAsync(callId, memberId, "Voted on the criteria of a call", (call, now) =>
        {
            if (call.CriteriaAgreedAt is not null)
                return Task.FromResult<CallRefusal?>(CallRefusal.Agreed);
            if (call.Criteria.Count == 0)
                return Task.FromResult<CallRefusal?>(CallRefusal.NothingToAgreeOn);
            call.VoteOnWeights(memberId, choice, now);
            return Task.FromResult<CallRefusal?>(null);
        }, cancel);

    /// <summary>Fixes the criteria with their weights, as the meeting voted.</summary>
    public Task<CallRefusal?> AgreeAsync(Guid callId, Guid chairId, CancellationToken cancel) =>
        ChangeAsync(callId, chairId, "Fixed the criteria of a call, as the panel voted", async (call, now) =>
        {
            if (call.CriteriaAgreedAt is not null)
                return CallRefusal.Agreed;
            if (call.Criteria.Sum(criterion => criterion.Weight) != Criterion.AllWeights)
                return CallRefusal.NotAHundred;
            var tally = await TallyAsync(call, cancel);
            if (tally.Active < await db.Panels.Where(p => p.Id == call.PanelId).Select(p => p.MinMembers).SingleAsync(cancel))
                return CallRefusal.TooFewMembers;
            if (!tally.HasQuorum)
                return CallRefusal.NoQuorum;
            if (!tally.Passes)
                return CallRefusal.NotPassed;
            call.AgreeOnCriteria(tally, now);
            return null;
        }, cancel);

    /// <summary>What stands against opening it now.</summary>
    public async Task<IReadOnlyList<OpeningGap>> MissingAsync(Call call, CancellationToken cancel)
    {
        var fund = await db.Funds.AsNoTracking().SingleAsync(f => f.Id == call.FundId, cancel);
        var tasks = await db.FundAppointments.AsNoTracking().Where(a => a.FundId == fund.Id && a.Until == null).ToListAsync(cancel);
        var own = call.Pots.Select(pot => pot.PotId).ToHashSet();
        var left = (await pots.BalancesAsync(fund.Id, cancel)).Where(balance => own.Contains(balance.Pot.Id)).Aggregate(Money.Zero, (sum, balance) => sum + balance.Available);
        var members = (await roster.ActiveAsync(call.PanelId, cancel)).Count;
        var least = await db.Panels.Where(p => p.Id == call.PanelId).Select(p => p.MinMembers).SingleAsync(cancel);
        return [.. new OpeningChecks(fund, tasks, left, members, least).MissingBeforeOpening(call, clock.GetUtcNow())];
    }

    public Task<CallRefusal?> AnnounceAsync(Guid callId, Guid byId, CancellationToken cancel) =>
        ChangeAsync(callId, byId, "Announced a call", async (call, now) =>
        {
            if (!call.IsDraft || (await MissingAsync(call, cancel)).Count > 0)
                return CallRefusal.SomethingMissing;
            call.Announce(now);
            return null;
        }, cancel);

    /// <summary>How the members who are active now voted so far.</summary>
    public async Task<WeightsTally> TallyAsync(Call call, CancellationToken cancel)
    {
        var active = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId).ToHashSet();
        var votes = call.WeightVotes.Where(vote => active.Contains(vote.PersonId)).CountBy(vote => vote.Choice).ToDictionary();
        return new WeightsTally(active.Count, votes.Values.Sum(), votes.GetValueOrDefault(WeightChoice.For), votes.GetValueOrDefault(WeightChoice.Against), votes.GetValueOrDefault(WeightChoice.Abstain));
    }

    async Task<CallRefusal?> ChangeAsync(Guid callId, Guid byId, string act, Func<Call, DateTimeOffset, Task<CallRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        var now = clock.GetUtcNow();
        if (await change(call, now) is { } refusal)
            return refusal;
        var fund = await db.Funds.Where(f => f.Id == call.FundId).Select(f => f.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, act, $"funds/{fund}/calls/{call.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why a call's criteria are not changed, voted on or fixed, or it is not announced.</summary>
public enum CallRefusal
{
    /// <summary>The panel has agreed: they stay as they are.</summary>
    Agreed,
    NothingToAgreeOn,
    NotAHundred,
    TooFewMembers,
    NoQuorum,
    NotPassed,

    /// <summary>It cannot be announced yet.</summary>
    SomethingMissing,
}
