using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Meetings;

/// <summary>Opens and closes votes, and takes in what is cast.</summary>
public sealed class VoteDesk(PbContext db, MeetingRoom room, PromisedMoney money, SlipDesk slips)
{
    public Task<MeetingRefusal?> OpenAsync(Guid meetingId, Guid itemId, VoteStage stage, Guid leader, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            if (item.RoomClearedAt is null) return MeetingRefusal.RoomNotCleared;
            if (table.Present(AttendanceKind.Adult).Count() < MeetingDesk.FewestAdults) return MeetingRefusal.TooFewAdults;
            if (!table.LightOf(item).IsGreen) return MeetingRefusal.NoQuorum;
            if (stage.Step() != table.StepOf(item) || stage is VoteStage.Lines) return MeetingRefusal.NotThatStep;
            // An amount is always named on one's own phone.
            var secrecy = stage is VoteStage.Amount ? VoteSecrecy.Secret : table.Call.Rules.Secrecy;
            Begin(table, new Vote(table.Meeting.Id, item.Id, (stage, secrecy), table.LightOf(item).Needed, now), table.LightOf(item), now);
            return null;
        }, cancel);

    /// <summary>One question on all that nobody pulled out and in which nobody has a conflict, where there is enough for all.</summary>
    public Task<MeetingRefusal?> OpenForAllAsync(Guid meetingId, Guid leader, CancellationToken cancel) =>
        OpenForRoomAsync(meetingId, leader, VoteStage.FundAll, async (table, _) =>
            table.Shortlists ? MeetingRefusal.NotThatStep
            : table.Together.Count == 0 ? MeetingRefusal.NothingLeft
            : await money.IsEnoughForAsync(table, cancel) ? null : MeetingRefusal.NotEnoughForAll, cancel);

    /// <summary>A question to the room that is about no single application.</summary>
    /// <param name="prepare">Writes down what it is about, or says why it cannot be asked.</param>
    internal Task<MeetingRefusal?> OpenForRoomAsync(Guid meetingId, Guid leader, VoteStage stage, Func<MeetingTable, Vote, Task<MeetingRefusal?>> prepare, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.Meeting.AtHand is not null || table.OpenVote is not null) return MeetingRefusal.AnotherItemIsOpen;
            if (table.Present(AttendanceKind.Adult).Count() < MeetingDesk.FewestAdults) return MeetingRefusal.TooFewAdults;
            if (!table.Light.IsGreen) return MeetingRefusal.NoQuorum;
            var vote = new Vote(table.Meeting.Id, null, (stage, table.Call.Rules.Secrecy), table.Light.Needed, now);
            if (await prepare(table, vote) is { } refusal) return refusal;
            Begin(table, vote, table.Light, now);
            return null;
        }, cancel);

    /// <returns>Why it was not taken. A vote that was taken stays: nobody can find it again.</returns>
    public async Task<MeetingRefusal?> CastAsync(Guid voteId, Guid person, string choice, CancellationToken cancel)
    {
        var outcome = await db.Database.SqlQuery<string>($"""select grants.cast_vote({voteId}, {person}, {choice}) as "Value" """).SingleAsync(cancel);
        return outcome switch { "Cast" => null, "Already" => MeetingRefusal.VotedAlready, "NotYours" => MeetingRefusal.MayNotVote, _ => MeetingRefusal.PageIsOld };
    }

    /// <summary>Who has voted, and never what.</summary>
    public async Task<IReadOnlyList<Guid>> VotedAsync(Guid voteId, CancellationToken cancel) =>
        await db.Database.SqlQuery<Guid>($"""select grants.voted({voteId}) as "Value" """).ToListAsync(cancel);

    /// <param name="hands">How many put their hands up, where the vote is not in secret.</param>
    public Task<MeetingRefusal?> CloseAsync(Guid meetingId, Guid voteId, Guid leader, YesNo? hands, CancellationToken cancel) =>
        CloseAsync(meetingId, voteId, leader, hands, (_, _, _) => Task.CompletedTask, cancel);

    /// <param name="then">What follows from the outcome at once: neither is ever there without the other.</param>
    internal Task<MeetingRefusal?> CloseAsync(Guid meetingId, Guid voteId, Guid leader, YesNo? hands, Func<MeetingTable, Vote, DateTimeOffset, Task> then, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.OpenVote is not { } vote || vote.Id != voteId) return MeetingRefusal.PageIsOld;
            var voters = vote.Secrecy is VoteSecrecy.Secret ? (await VotedAsync(vote.Id, cancel)).Count : hands?.Voters ?? 0;
            if (vote.Secrecy is VoteSecrecy.Secret && (await slips.StateAsync(vote.Id, cancel)).Awaited > 0) return MeetingRefusal.SlipsAreMissing;
            if (voters < vote.Quorum) return MeetingRefusal.TooFewVoted;
            if (hands is { } shown && shown.Voters > table.LightOf(vote).Present) return MeetingRefusal.TooFewVoted;
            await CountAsync(table, vote, hands ?? default, now, cancel);
            table.Meeting.WriteOutcome(vote, table.ItemOf(vote), now);
            await db.SaveChangesAsync(cancel);
            await then(table, vote, now);
            return null;
        }, cancel);

    async Task CountAsync(MeetingTable table, Vote vote, YesNo hands, DateTimeOffset now, CancellationToken cancel)
    {
        if (vote.Secrecy is VoteSecrecy.Hands)
        {
            vote.Close(hands, now);
            return;
        }

        await db.Database.SqlQuery<bool>($"""select grants.close_vote({vote.Id}) as "Value" """).SingleAsync(cancel);
        await db.Entry(vote).ReloadAsync(cancel);
        if (vote.Stage is not VoteStage.Amount) return;
        var named = await db.Database.SqlQuery<long>($"""select grants.named_amounts({vote.Id}) as "Value" """).ToListAsync(cancel);
        vote.Settle(MedianAmount.Of(named, table.Applications[table.ItemOf(vote)!.ApplicationId].Amounts.Requested, table.Call.Money.MinAward));
    }

    void Begin(MeetingTable table, Vote vote, QuorumLight light, DateTimeOffset now)
    {
        db.Add(vote);
        table.Meeting.Write(MinuteKind.VoteOpened, table.ItemOf(vote), now, $"{vote.Stage}", $"{light.Present}", $"{light.Needed}");
    }
}
