using PB.Tally;

namespace PB.Proposals;

// What it costs piece by piece and later, where else it would be, and whose it will be.
public sealed partial class Proposal
{
    /// <summary>What it costs a year once it is there.</summary>
    public Money? RunningCosts { get; private set; }

    public string RunningCostsBy { get; private set; } = "";

    /// <summary>Who will own it and look after it.</summary>
    public string OwnerAfter { get; private set; } = "";

    public DraftDetails Details() => new()
    {
        Costs = [.. costs.OrderBy(cost => cost.Position).Select(cost => new CostLine(cost.What, cost.Amount))],
        Places = [.. from place in places orderby place.Position
                     select new PlaceLine(place.Name, place.Latitude is { } latitude ? (latitude, place.Longitude!.Value) : null)],
        RunningCosts = RunningCosts,
        RunningCostsBy = RunningCostsBy,
        OwnerAfter = OwnerAfter,
    };

    /// <summary>The costs, where they are listed, make the estimate.</summary>
    Money? SumOfCosts => costs.Count == 0 ? null : costs.Aggregate(Money.Zero, (sum, cost) => sum + cost.Amount);

    void Take(DraftDetails details)
    {
        costs.Clear();
        costs.AddRange(details.Costs.Select((line, index) => new ProposalCost(Id, index + 1, line, CreatedAt)));
        places.Clear();
        places.AddRange(details.Places.Select((line, index) => new ProposalPlace(Id, index + 1, line, CreatedAt)));
        (RunningCosts, RunningCostsBy, OwnerAfter) = (details.RunningCosts, details.RunningCostsBy, details.OwnerAfter);
        Estimate = SumOfCosts ?? Estimate;
    }
}
