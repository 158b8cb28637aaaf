using PB.Data;
using PB.Grants.Calls;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Takes the amount line by line, as the room agreed on it with its hands.</summary>
public sealed class LinesDesk(PbContext db, MeetingRoom room)
{
    /// <param name="agreed">What is approved of each line of the budget, by its number (a line that is not named is refused); and how many hands were up for that.</param>
    public Task<MeetingRefusal?> ApproveAsync(Guid meetingId, Guid itemId, Guid leader, (IReadOnlyDictionary<int, Money> Approved, YesNo Hands) agreed, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            if (table.StepOf(item) is not ItemStep.ChooseAmount) return MeetingRefusal.NotThatStep;
            var light = table.LightOf(item);
            if (!light.IsGreen) return MeetingRefusal.NoQuorum;
            if (agreed.Hands.Voters < light.Needed || agreed.Hands.Voters > light.Present) return MeetingRefusal.TooFewVoted;
            var application = table.Applications[item.ApplicationId];
            var lines = application.Lines.ToDictionary(line => line.Id, line => Smaller(agreed.Approved.GetValueOrDefault(line.Number), line.Total));
            var vote = new Vote(table.Meeting.Id, item.Id, (VoteStage.Lines, VoteSecrecy.Hands), light.Needed, now);
            vote.Approve(lines);
            vote.Settle(LinesAmount.Of(lines.Values, application.Amounts.Requested, table.Call.Money.MinAward));
            vote.Close(agreed.Hands, now);
            db.Add(vote);
            table.Meeting.WriteOutcome(vote, item, now);
            if (vote.Verdict is Verdict.Passed) table.Meeting.Write(MinuteKind.AmountClosed, item, now, $"{vote.Amount}");
            return null;
        }, cancel);

    static Money Smaller(Money one, Money other) => one < other ? one : other;
}
