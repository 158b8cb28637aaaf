using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;

namespace PB.Grants.Meetings;

/// <summary>Lets the panel say in a meeting what becomes of money that nobody was given by a pot's last day: it stays for another year, or it goes back.</summary>
public sealed class PotQuestionDesk(PbContext db, VoteDesk votes, PotBook book)
{
    public Task<MeetingRefusal?> OpenAsync(Guid meetingId, Guid questionId, Guid leader, CancellationToken cancel) =>
        votes.OpenForRoomAsync(meetingId, leader, VoteStage.KeepPot, async (table, vote) =>
        {
            if (table.Pots.SingleOrDefault(one => one.Question.Id == questionId) is not { } asked) return MeetingRefusal.PageIsOld;
            var question = await db.Set<PotQuestion>().SingleAsync(one => one.Id == questionId, cancel);
            // Another panel of the fund may sit on the same evening.
            if (await db.Set<Vote>().AnyAsync(other => other.Id == question.VoteId && other.ClosedAt == null, cancel)) return MeetingRefusal.VoteIsOpen;
            question.PutToVote(vote.Id);
            table.Meeting.Write(MinuteKind.PotAsked, null, vote.OpenedAt, asked.Name, $"{asked.Left.MinorUnits}");
            return null;
        }, cancel);

    /// <summary>Closes the vote; after a tie it can be asked again.</summary>
    public Task<MeetingRefusal?> CloseAsync(Guid meetingId, Guid voteId, Guid leader, YesNo? hands, CancellationToken cancel) =>
        votes.CloseAsync(meetingId, voteId, leader, hands, async (table, vote, now) =>
        {
            if (vote.Verdict is Verdict.Tie || await db.Set<PotQuestion>().SingleOrDefaultAsync(one => one.VoteId == voteId && one.SettledAt == null, cancel) is not { } question) return;
            var kept = vote.Verdict is Verdict.Passed;
            var pot = await db.FundPots.SingleAsync(one => one.Id == question.PotId, cancel);
            var left = await book.EndYearAsync(pot, kept, cancel);
            question.Settle(kept, now);
            table.Meeting.Write(MinuteKind.PotSettled, null, now, pot.Name, $"{left.MinorUnits}", kept ? "Kept" : "Returned");
        }, cancel);
}
