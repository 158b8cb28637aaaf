using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Delivery;
using PB.Proposals;
using PB.Results;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>Tells what became of the funded projects of the past rounds: most went well, one is late, one cost less.</summary>
sealed class DemonstrateDelivery(PbContext db, DateTimeOffset now)
{
    public async Task MakeAsync(Round round, DemonstratePlan plan)
    {
        if (plan.Phase is not (RoundPhase.Delivery or RoundPhase.Review or RoundPhase.Archived))
            return;
        var result = ResultDocument.Read((await db.Results.AsNoTracking().SingleAsync(r => r.RoundId == round.Id)).Document);
        var funded = await db.Proposals.AsNoTracking().Where(p => p.RoundId == round.Id && p.Number != null).OrderBy(p => p.Number).ToListAsync();
        var from = round.Calendar.DeliveryFrom!.Value;
        foreach (var (proposal, index) in funded.Where(p => result.Count.Funded.Contains(p.Number!.Value)).Select((p, index) => (p, index)))
            Tell(proposal, plan.Phase, index, from);
    }

    void Tell(Proposal proposal, RoundPhase phase, int index, DateTimeOffset from)
    {
        Add(proposal, DeliveryStage.Planning, "An officer has met the people who put it forward, and asked three firms for a price.", 0, from.AddDays(10));
        if (phase is RoundPhase.Delivery && index % 3 == 2)
            return;
        Add(proposal, DeliveryStage.UnderWay, "Work has begun.", 30, from.AddDays(50 + index));
        switch (phase, index)
        {
            case (RoundPhase.Review, 0):
                Add(proposal, DeliveryStage.Done, "It is finished, and cost less than planned because the traders lent their van and their time. What is left goes into the next pot.", 78, from.AddDays(170));
                break;
            case (RoundPhase.Review, 1):
                Add(proposal, DeliveryStage.Delayed, "The stone that was delivered was the wrong colour and went back. The new stone is here; we now expect to finish eight weeks later.", 45, from.AddDays(260));
                break;
            case (RoundPhase.Delivery, not 0):
                break;
            default:
                Add(proposal, DeliveryStage.Done, "It is finished. Come and see it.", 100 - index, from.AddDays(80 + 9 * index));
                break;
        }
    }

    void Add(Proposal proposal, DeliveryStage stage, string note, int percent, DateTimeOffset at)
    {
        if (at < now)
            db.Add(new DeliveryUpdate(proposal.Id, stage, note, new Money(proposal.BallotPrice!.Value.MinorUnits * percent / 100), at));
    }
}
