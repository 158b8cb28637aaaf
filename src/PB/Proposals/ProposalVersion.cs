using System.Text.Json;
using PB.Data;
using PB.Tally;

namespace PB.Proposals;

/// <summary>How a proposal read at one time: when it was sent in, and after each change since. Never changed itself.</summary>
public sealed class ProposalVersion
{
    ProposalVersion() { }

    internal ProposalVersion(Proposal proposal, Guid? by, bool byStaff, string because, DateTimeOffset now)
    {
        (Id, ProposalId, Number) = (Ids.New(now), proposal.Id, proposal.Versions.Count + 1);
        (Title, Description, Place, Estimate) = (proposal.Title, proposal.Description, proposal.Place, proposal.Estimate);
        var details = proposal.Details();
        Costs = JsonSerializer.Serialize(details.Costs);
        Places = string.Join('\n', details.Places.Select(line => line.Name));
        (RunningCosts, RunningCostsBy, OwnerAfter) = (details.RunningCosts, details.RunningCostsBy, details.OwnerAfter);
        (By, ByStaff, Because, At) = (by, byStaff, because, now);
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }

    /// <summary>1 as it was sent in, then 2, 3 …</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string Place { get; private set; } = "";
    public Money? Estimate { get; private set; }

    /// <summary>The list of <see cref="CostLine"/>, as JSON.</summary>
    public string Costs { get; private set; } = "[]";

    /// <summary>The other places, one a line.</summary>
    public string Places { get; private set; } = "";

    public Money? RunningCosts { get; private set; }
    public string RunningCostsBy { get; private set; } = "";
    public string OwnerAfter { get; private set; } = "";

    /// <summary>Who made the change; null where somebody without an account did.</summary>
    public Guid? By { get; private set; }

    public bool ByStaff { get; private set; }

    /// <summary>Why it was changed, for everybody to read.</summary>
    public string Because { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public bool ReadsLike(ProposalVersion other) => Words == other.Words;

    (string, string, string, Money?, string, string, Money?, string, string) Words =>
        (Title, Description, Place, Estimate, Costs, Places, RunningCosts, RunningCostsBy, OwnerAfter);

    public IReadOnlyList<CostLine> ReadCosts() => JsonSerializer.Deserialize<List<CostLine>>(Costs)!;
}
