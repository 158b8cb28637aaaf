using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Who is next in a call when money comes back, in the order of the votes.</summary>
public sealed class ReserveList(PbContext db)
{
    /// <param name="hidden">Applications of which whoever asks may not know.</param>
    public async Task<IReadOnlyList<Reserve>> OfAsync(Guid callId, IReadOnlyCollection<Guid> hidden, CancellationToken cancel)
    {
        var waiting = await (
            from decision in db.StandingDecisions()
            where decision.Outcome == DecisionOutcome.Reserve && !hidden.Contains(decision.ApplicationId)
            join application in db.Applications on decision.ApplicationId equals application.Id
            where application.CallId == callId && application.WithdrawnAt == null
            join item in db.Set<Item>() on decision.ItemId equals item.Id
            join vote in db.Set<Vote>() on decision.VoteId equals vote.Id
            join meeting in db.Set<Meeting>() on decision.MeetingId equals meeting.Id
            orderby meeting.OpenedAt
            select new { meeting.Id, meeting.Seed, Place = new ReservePlace(item.Number, decision.PublicVotes ?? vote.Yes, decision.PublicVotes == null ? vote.No : 0), Reserve = new Reserve(application.Id, application.Title, decision.Amount) }).ToListAsync(cancel);
        return [.. waiting.GroupBy(line => (line.Id, line.Seed)).SelectMany(evening =>
            ReserveOrder.Of(evening.Select(line => line.Place), evening.Key.Seed).Select(place => evening.Single(line => line.Place == place).Reserve))];
    }
}

public sealed record Reserve(Guid ApplicationId, string Title, Money Amount);
