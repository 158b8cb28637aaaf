using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>What came of the panel's meeting: which seats were there, which numbers they chose, and why.</summary>
public sealed record ShortlistOrder(IReadOnlySet<Guid> Present, IReadOnlySet<int> Chosen, IReadOnlyDictionary<int, string> Reasons)
{
    public string ReasonFor(ShortlistCandidate candidate) => Reasons.GetValueOrDefault(candidate.Number, "");

    public ShortlistLine LineOf(Guid round, ShortlistCandidate candidate) => new(round, candidate, Chosen.Contains(candidate.Number), ReasonFor(candidate));

    /// <summary>The numbers about which the panel departs from public support.</summary>
    public IEnumerable<int> Departures(IReadOnlyList<ShortlistCandidate> candidates, int places) =>
        from candidate in candidates
        where PublicSupport.Departs(candidates.Select(other => other.Support), places, candidate.Support, Chosen.Contains(candidate.Number))
        select candidate.Number;

    public ShortlistRefusal? WhyRefused(ShortlistPanel panel, IReadOnlyList<ShortlistCandidate> candidates, Round round, DateTimeOffset now)
    {
        if (round.WhyNoIdeas(now) is not ProposalRefusal.IdeasClosed)
            return ShortlistRefusal.IdeasAreOpen;
        if (!panel.HasResidentsEnough)
            return ShortlistRefusal.TooFewResidents;
        if (panel.Seats.Count(seat => Present.Contains(seat.Id)) < panel.Rule.Quorum)
            return ShortlistRefusal.NoQuorum;
        if (Chosen.Count == 0 || Chosen.Any(number => candidates.All(candidate => candidate.Number != number)))
            return ShortlistRefusal.ListHasChanged;
        if (Chosen.Count > panel.Rule.Places)
            return ShortlistRefusal.TooManyChosen;
        return Departures(candidates, panel.Rule.Places).Any(number => Reasons.GetValueOrDefault(number, "").Length == 0) ? ShortlistRefusal.ReasonMissing : null;
    }
}

public static class ShortlistSearch
{
    /// <summary>The checked projects from which the panel chooses, those with the most support first.</summary>
    public static async Task<IReadOnlyList<ShortlistCandidate>> CandidatesAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        [.. (await db.OnTheBallot(round).Select(proposal => new ShortlistCandidate(
                proposal.Id, proposal.Number!.Value, proposal.Title,
                db.Proposals.Where(p => p.Id == proposal.Id || p.MergedInto == proposal.Id)
                    .SelectMany(p => db.Endorsements.Where(e => e.ProposalId == p.Id)).Select(e => e.PersonId).Distinct().Count())).ToListAsync(cancel))
            .OrderByDescending(candidate => candidate.Support).ThenBy(candidate => candidate.Number)];
}

/// <summary>Why something about a panel or its shortlist is not taken.</summary>
public enum ShortlistRefusal
{
    IdeasHaveOpened,
    NoPanel,
    DecidedAlready,
    VotingHasOpened,
    IdeasAreOpen,
    TooFewResidents,
    NoQuorum,
    TooManyChosen,

    /// <summary>Nothing was chosen, or something that is no longer there.</summary>
    ListHasChanged,

    /// <summary>A departure from public support has no reason.</summary>
    ReasonMissing,
}
