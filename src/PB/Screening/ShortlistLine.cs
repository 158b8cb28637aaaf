namespace PB.Screening;

/// <summary>What the panel said of one project, beside how many people supported it.</summary>
public sealed class ShortlistLine
{
    ShortlistLine() { }

    public ShortlistLine(Guid roundId, ShortlistCandidate candidate, bool chosen, string reason) =>
        (RoundId, ProposalId, Support, Chosen, Reason) = (roundId, candidate.ProposalId, candidate.Support, chosen, reason);

    public Guid ProposalId { get; private set; }
    public Guid RoundId { get; private set; }
    public int Support { get; private set; }
    public bool Chosen { get; private set; }

    /// <summary>Why; never empty where the panel departs from public support.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>A checked project that the panel may choose.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Support">How many people endorsed it.</param>
public sealed record ShortlistCandidate(Guid ProposalId, int Number, string Title, int Support);

/// <summary>What public support alone would choose.</summary>
public static class PublicSupport
{
    /// <summary>Whether a choice departs from it. Where several are equal about the last place, either choice follows it.</summary>
    public static bool Departs(IEnumerable<int> supports, int places, int support, bool chosen)
    {
        var order = supports.OrderDescending().ToList();
        return chosen
            ? order.Count > places && support < order[places - 1]
            : order.Count <= places || support > order[places];
    }
}
