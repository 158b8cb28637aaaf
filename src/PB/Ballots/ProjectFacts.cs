using PB.Data;
using PB.Proposals;
using PB.Screening;
using PB.Tally;

namespace PB.Ballots;

/// <summary>What is known of a project that is on a ballot, and so what is missing.</summary>
public sealed record ProjectFacts(int Number, string Title)
{
    public required Provenance Provenance { get; init; }
    public required string ProposerName { get; init; }
    public required string Place { get; init; }
    public required bool HasText { get; init; }

    /// <summary>What its proposer thinks that it costs.</summary>
    public required Money? Estimate { get; init; }

    /// <summary>What somebody at the council says that it costs.</summary>
    public required Money? Price { get; init; }

    public required Money? RunningCosts { get; init; }
    public required string RunningCostsBy { get; init; }

    /// <summary>When its text was last changed after it was sent in.</summary>
    public required DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When an officer last decided on it.</summary>
    public required DateTimeOffset? CheckedAt { get; init; }

    public IEnumerable<ProjectGap> Gaps()
    {
        if (Price is null)
            yield return Estimate is null ? ProjectGap.NoPrice : ProjectGap.PriceIsEstimate;
        if (!HasText)
            yield return ProjectGap.NoText;
        if (Place.Length == 0)
            yield return ProjectGap.NoPlace;
        if (RunningCosts is { MinorUnits: > 0 } && RunningCostsBy.Length == 0)
            yield return ProjectGap.NobodyPaysLater;
        if (ChangedAt > CheckedAt)
            yield return ProjectGap.ChangedSinceItsCheck;
    }

    public static IQueryable<ProjectFacts> Of(PbContext db, IQueryable<Proposal> proposals) =>
        from proposal in proposals
        where proposal.Number != null
        orderby proposal.Number
        select new ProjectFacts(proposal.Number!.Value, proposal.Title)
        {
            Provenance = proposal.Provenance,
            ProposerName = proposal.ProposerName,
            Place = proposal.Place,
            HasText = proposal.Description != "",
            Estimate = proposal.Estimate,
            Price = proposal.Price,
            RunningCosts = proposal.RunningCosts,
            RunningCostsBy = proposal.RunningCostsBy,
            ChangedAt = db.Set<ProposalVersion>().Where(version => version.ProposalId == proposal.Id && version.Number > 1).Max(version => (DateTimeOffset?)version.At),
            CheckedAt = db.Set<ScreeningDecision>().Where(decision => decision.ProposalId == proposal.Id).Max(decision => (DateTimeOffset?)decision.DecidedAt),
        };
}

/// <summary>Something that voters would want to know of a project, and that nobody has said. A photo without words cannot be kept at all.</summary>
public enum ProjectGap
{
    NoPrice,

    /// <summary>Nobody at the council has put a price to it.</summary>
    PriceIsEstimate,
    NoText,
    NoPlace,

    /// <summary>It costs money each year, and nobody has said who pays.</summary>
    NobodyPaysLater,
    ChangedSinceItsCheck,
}
