using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed record ProposalsPage
{
    public required Round Round { get; init; }
    public required RoundPhase Phase { get; init; }
    public required RoundStand Stand { get; init; }
    public required ListQuery Query { get; init; }
    public required IReadOnlyList<ProposalCard> Cards { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required ProposalRefusal? WhyNoIdeas { get; init; }
    public required PlaceMap? Map { get; init; }

    public bool IsSearched => Query.State is not null || !string.IsNullOrWhiteSpace(Query.Search);

    /// <summary>What can be asked for at this time of the round.</summary>
    public IEnumerable<Standing> States => Stand switch
    {
        { Steps: not null } => [Standing.Funded, Standing.NotFunded, Standing.NotOnTheBallot, Standing.PassedOn],
        { VotingHasOpened: true } => [Standing.OnTheBallot, Standing.NotOnTheBallot, Standing.PassedOn],
        _ => [Standing.Waiting, Standing.OnTheBallot, Standing.NotOnTheBallot, Standing.PassedOn],
    };
}
