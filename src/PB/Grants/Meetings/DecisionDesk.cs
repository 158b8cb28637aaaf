using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Says what was decided: works it out from the closed votes, and writes it down. The chair gives the reason, never the amount.</summary>
public sealed class DecisionDesk(PbContext db, MeetingRoom room, VoteDesk votes, PromisedMoney money)
{
    /// <param name="said">Why, and what the chair decided after a second tie where the call leaves it to the chair.</param>
    public Task<MeetingRefusal?> DeclareAsync(Guid meetingId, Guid itemId, Guid leader, (DecisionWords Words, bool? ChairSays) said, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            if (table.StepOf(item) is not ItemStep.Declare) return MeetingRefusal.NotThatStep;
            var vote = table.VotesOn(item).FundVote()!;
            if (said.ChairSays is null && vote is { Stage: VoteStage.FundAgain, Verdict: Verdict.Tie } && table.Call.Rules.Ties is GrantTieRule.Chair) return MeetingRefusal.ChairHasToSay;
            var chairSays = said.ChairSays is true;
            WriteTie(table, item, vote, chairSays, now);
            var (declaring, wish) = (new Declaring(table, item, vote, leader, said.Words, now), WishOf(table, item, vote, chairSays));
            await (table.Shortlists && wish.Passed ? ShortlistAsync(declaring, cancel) : DecideAsync(declaring, wish, cancel));
            return null;
        }, cancel);

    /// <summary>Closes the vote on all that nobody pulled out; where it passes, each of them is funded.</summary>
    public Task<MeetingRefusal?> CloseForAllAsync(Guid meetingId, Guid voteId, Guid leader, YesNo? hands, CancellationToken cancel) =>
        votes.CloseAsync(meetingId, voteId, leader, hands, async (table, vote, now) =>
        {
            if (vote.Verdict is not Verdict.Passed) return;
            foreach (var item in table.Together)
                await DecideAsync(new Declaring(table, item, vote, leader, new DecisionWords("There is enough for everybody, and the panel agreed.", ""), now),
                    new PanelWish(true, table.Applications[item.ApplicationId].Amounts.Requested, false), cancel);
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
        var application = declaring.Table.Applications[declaring.Item.ApplicationId];
        var shares = await SharesAsync(declaring.Table, application, wish.Amount, cancel);
        var (outcome, amount, below) = Ruling.Of(application.Amounts, wish, shares);
        var funded = outcome is DecisionOutcome.Fund or DecisionOutcome.Part;
        await WriteAsync(declaring, new DecisionDraft(outcome, amount, funded ? shares.Shares : [], below, declaring.Words), cancel);
    }

    // On the ballot; or, where people have voted and the council sent that back, their vote stands as it was.
    async Task ShortlistAsync(Declaring declaring, CancellationToken cancel)
    {
        var (table, item, _, _, words, now) = declaring;
        if (await db.LastDecisions().Include(d => d.Parts).SingleOrDefaultAsync(d => d.ApplicationId == item.ApplicationId && d.ResultId != null, cancel) is { } voted)
        {
            var shares = voted.Parts.Select(part => new PotShare(part.PotId, part.Amount));
            await WriteAsync(declaring, new DecisionDraft(voted.Outcome, voted.Amount, [.. shares], voted.BelowViable, words) { Public = new PeoplesVote(voted.ResultId!.Value, voted.PublicVotes!.Value) }, cancel);
            return;
        }

        item.Shortlist(now);
        table.Meeting.Write(MinuteKind.Shortlisted, item, now, words.Reason);
        await NoteAsync(declaring, "Put an application on the ballot, as the panel voted", cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task WriteAsync(Declaring declaring, DecisionDraft draft, CancellationToken cancel)
    {
        var (table, item, vote, leader, words, now) = declaring;
        var decision = new Decision(item, vote, draft, leader, now);
        db.Add(decision);
        item.Decide(now);
        table.Meeting.Write(MinuteKind.Decided, item, now, $"{draft.Outcome}", $"{draft.Amount.MinorUnits}", words.Reason);
        await NoteAsync(declaring, "Said what the panel decided on an application", cancel);
        await AnswerReferralAsync(decision, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task NoteAsync(Declaring declaring, string act, CancellationToken cancel)
    {
        var application = declaring.Table.Applications[declaring.Item.ApplicationId];
        db.Journal.Add(new JournalEntry(declaring.Leader, act, await db.SubjectOfAsync(application.CallId, cancel), declaring.Words.Reason, declaring.Now).About(application.Ref ?? ""));
    }

    // Under the lock of the pots: another meeting of the fund may be giving from them at this moment.
    // What was promised to the same application before is free for it: the new decision takes its place.
    async Task<PotShares> SharesAsync(MeetingTable table, Application own, Money amount, CancellationToken cancel)
    {
        var pots = table.Call.Pots.Select(pot => pot.PotId).ToArray();
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.pots where id = any({pots}) order by id for update""").ToListAsync(cancel);
        var isOver = table.Call.Rules.Allocation is AllocationRule.StrictOrder
            && await db.LastDecisions().AnyAsync(d => d.Outcome == DecisionOutcome.Reserve && d.ApplicationId != own.Id && db.Applications.Any(a => a.Id == d.ApplicationId && a.CallId == table.Call.Id), cancel);
        return isOver ? new PotShares([], amount) : PotSplit.Of(await money.LeftAsync(table.Call, [own.Id], cancel), own.Reach(), amount);
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
