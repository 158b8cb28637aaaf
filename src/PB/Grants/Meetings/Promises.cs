using PB.Data;

namespace PB.Grants.Meetings;

public static class Promises
{
    /// <summary>What panels have decided to give and no offer has taken out of a pot yet. Nobody else gets it, and it does not go at the end of the year.</summary>
    public static IQueryable<Promise> Promised(this PbContext db) =>
        from decision in db.StandingDecisions()
        where decision.CommittedAt == null && (decision.Outcome == DecisionOutcome.Fund || decision.Outcome == DecisionOutcome.Part)
            && db.Applications.Any(own => own.Id == decision.ApplicationId && own.WithdrawnAt == null)
        from part in db.Set<DecisionPart>()
        where part.DecisionId == decision.Id
        select new Promise { ApplicationId = decision.ApplicationId, PotId = part.PotId, Amount = part.Amount };
}

/// <summary>What one pot owes to one application.</summary>
public sealed record Promise
{
    public required Guid ApplicationId { get; init; }
    public required Guid PotId { get; init; }
    public required Tally.Money Amount { get; init; }
}
