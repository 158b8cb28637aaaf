using PB.Data;
using PB.Tally;

namespace PB.Proposals;

/// <summary>One thing that a proposal needs, and what it costs.</summary>
public sealed class ProposalCost
{
    ProposalCost() { }

    public ProposalCost(Guid proposalId, int position, CostLine line, DateTimeOffset now) =>
        (Id, ProposalId, Position, What, Amount) = (Ids.New(now), proposalId, position, line.What, line.Amount);

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public int Position { get; private set; }
    public string What { get; private set; } = "";
    public Money Amount { get; private set; }
}

/// <summary>Another place where a proposal would be; on the map where it has degrees.</summary>
public sealed class ProposalPlace
{
    ProposalPlace() { }

    public ProposalPlace(Guid proposalId, int position, PlaceLine line, DateTimeOffset now)
    {
        (Id, ProposalId, Position, Name) = (Ids.New(now), proposalId, position, line.Name);
        (Latitude, Longitude) = (line.Spot?.Latitude, line.Spot?.Longitude);
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public int Position { get; private set; }
    public string Name { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
}

public sealed record CostLine(string What, Money Amount);

public sealed record PlaceLine(string Name, (double Latitude, double Longitude)? Spot);
