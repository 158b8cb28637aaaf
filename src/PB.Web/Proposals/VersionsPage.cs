using PB.Proposals;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>All versions of a proposal, the first one first.</summary>
public sealed record VersionsPage(Round Round, int Number, IReadOnlyList<ProposalVersion> Versions)
{
    public DifferencePage? Between(int version) =>
        version <= Versions.Count ? new DifferencePage(Round, Number, Versions[version - 2], Versions[version - 1]) : null;
}

/// <summary>Two versions, one after the other.</summary>
public sealed record DifferencePage(Round Round, int Number, ProposalVersion Before, ProposalVersion After)
{
    /// <summary>The parts that differ: their English names, and their words.</summary>
    public IEnumerable<(string Part, IReadOnlyList<Piece> Pieces)> Parts =>
        from part in Texts(Before).Zip(Texts(After))
        where part.First.Text != part.Second.Text
        select (part.First.Name, WordDifference.Of(part.First.Text, part.Second.Text));

    IEnumerable<(string Name, string Text)> Texts(ProposalVersion version) =>
    [
        ("Title", version.Title),
        ("The idea", version.Description),
        ("Where", version.Place),
        ("Other places", version.Places),
        ("What the proposer thinks it costs", Sum(version.Estimate)),
        ("Costs, piece by piece", string.Join('\n', version.ReadCosts().Select(line => $"{line.What}: {Sum(line.Amount)}"))),
        ("Costs each year after that", Sum(version.RunningCosts)),
        ("Who pays that", version.RunningCostsBy),
        ("Who will own it and look after it", version.OwnerAfter),
    ];

    string Sum(Money? sum) => sum?.Written(Round.Currency) ?? "";
}
