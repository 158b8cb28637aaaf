using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Says what was decided: works it out from the closed votes, and writes it down. The chair gives the reason, never the amount.</summary>
public sealed class DecisionDesk(PbContext db, MeetingRoom room, VoteDesk votes, PromisedMoney money)
{
    /// <param name="said">Why, and what the chair decided after a second tie where the call leaves it to the chair.</param>
    public Task<MeetingRefusal?> DeclareAsync(Guid meetingId, Guid itemId, Guid leader, (DecisionWords Words, bool ChairSays) said, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            if (table.StepOf(item) is not ItemStep.Declare) return MeetingRefusal.NotThatStep;
            var vote = table.VotesOn(item).FundVote()!;
            WriteTie(table, item, vote, said.ChairSays, now);
            await DecideAsync(new Declaring(table, item, vote, leader, said.Words, now), WishOf(table, item, vote, said.ChairSays), cancel);
            return null;
        }, cancel);

    /// <summary>Closes the vote on all that nobody pulled out; where it passes, each of them is funded.</summary>
    public async Task<MeetingRefusal?> CloseForAllAsync(Guid meetingId, Guid voteId, Guid leader, YesNo? hands, CancellationToken cancel) =>
        await votes.CloseAsync(meetingId, voteId, leader, hands, cancel)
        ?? await room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            var vote = table.Votes.Single(v => v.Id == voteId);
            if (vote.Verdict is not Verdict.Passed) return null;
            foreach (var item in table.Together)
                await DecideAsync(new Declaring(table, item, vote, leader, new DecisionWords("There is enough for everybody, and the panel agreed.", ""), now),
                    new PanelWish(true, table.Applications[item.ApplicationId].Amounts.Requested, false), cancel);
            return null;
        }, cancel);

    static PanelWish WishOf(MeetingTable table, Item item, Vote vote, bool chairSays)
    {
        var all = table.VotesOn(item);
        return new PanelWish(
            Ruling.Passes(vote, table.Call.Rules.Ties, (table.Meeting.Seed, item.Number), chairSays),
            all.SettledAmount() ?? Money.Zero,
            all[^1] is { Stage: VoteStage.OfferAnyway, Verdict: Verdict.Passed });
    }

    static void WriteTie(MeetingTable table, Item item, Vote vote, bool chairSays, DateTimeOffset now)
    {
        if (vote is not { Stage: VoteStage.FundAgain, Verdict: Verdict.Tie }) return;
        if (table.Call.Rules.Ties is GrantTieRule.Chair)
            table.Meeting.Write(MinuteKind.ChairDecided, item, now, chairSays ? "Yes" : "No");
        if (table.Call.Rules.Ties is GrantTieRule.DrawLots)
            table.Meeting.Write(MinuteKind.LotDrawn, item, now, Ruling.LotSaysYes(table.Meeting.Seed, item.Number) ? "Yes" : "No", Lot.Ticket(table.Meeting.Seed, item.Number));
    }

    async Task DecideAsync(Declaring declaring, PanelWish wish, CancellationToken cancel)
    {
        var (table, item, vote, leader, words, now) = declaring;
        var application = table.Applications[item.ApplicationId];
        var shares = await SharesAsync(table, new Wish(wish.Amount, application.Reach()), cancel);
        var (outcome, amount, below) = Ruling.Of(application.Amounts, wish, shares);
        var funded = outcome is DecisionOutcome.Fund or DecisionOutcome.Part;
        var decision = new Decision(item, vote, new DecisionDraft(outcome, amount, funded ? shares.Shares : [], below, words), leader, now);
        db.Add(decision);
        item.Decide(now);
        table.Meeting.Write(MinuteKind.Decided, item, now, $"{outcome}", $"{amount.MinorUnits}", words.Reason);
        db.Journal.Add(new JournalEntry(leader, "Said what the panel decided on an application", await db.SubjectOfAsync(application.CallId, cancel), words.Reason, now).About(application.Ref ?? ""));
        await AnswerReferralAsync(decision, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    // Under the lock of the pots: another meeting of the fund may be giving from them at this moment.
    async Task<PotShares> SharesAsync(MeetingTable table, Wish wish, CancellationToken cancel)
    {
        var pots = table.Call.Pots.Select(pot => pot.PotId).ToArray();
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.pots where id = any({pots}) order by id for update""").ToListAsync(cancel);
        var isOver = table.Call.Rules.Allocation is AllocationRule.StrictOrder
            && await db.LastDecisions().AnyAsync(d => d.Outcome == DecisionOutcome.Reserve && db.Applications.Any(a => a.Id == d.ApplicationId && a.CallId == table.Call.Id), cancel);
        return isOver ? new PotShares([], wish.Amount) : PotSplit.Of(await money.LeftAsync(table.Call, [], cancel), wish.Project, wish.Amount);
    }

    async Task AnswerReferralAsync(Decision decision, DateTimeOffset now, CancellationToken cancel)
    {
        var referral = await db.Set<Referral>().SingleOrDefaultAsync(r => r.WithdrawnAt == null && r.AnsweredAt == null
            && db.Set<Decision>().Any(d => d.Id == r.DecisionId && d.ApplicationId == decision.ApplicationId), cancel);
        if (referral is null) return;
        var first = await db.Set<Decision>().SingleAsync(d => d.Id == referral.DecisionId, cancel);
        referral.Answer(first, decision, now);
    }

    sealed record Declaring(MeetingTable Table, Item Item, Vote Vote, Guid Leader, DecisionWords Words, DateTimeOffset Now);
}
