using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Roll;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>Finds out, for whoever comes to vote, where they stand.</summary>
public sealed class PollingStation(PbContext db, BallotGate gate, BallotBox box, TimeProvider clock)
{
    /// <returns>Null when there is no such round, or it is not announced.</returns>
    public async Task<Standing?> StandingAsync(string slug, Elector elector, CancellationToken cancel)
    {
        if (await RoundAsync(slug, cancel) is not { } round)
            return null;
        var voter = await VoterAsync(round, elector, cancel);
        var standing = new Standing(round, await gate.PaperAsync(round, cancel), voter, clock.GetUtcNow()) { ByCode = voter is not null && elector.HasCodeFor(round.Id) };
        return standing.Paper is null || voter is null && elector.Person is null ? standing : standing with
        {
            Place = await db.PlaceOnTheRollAsync(round, voter, cancel),
            Mark = voter is null ? null : await box.MarkAsync(voter, round, cancel),
        };
    }

    /// <summary>Other rounds where voting is open to whoever lives where this person does, and in which they have not voted.</summary>
    public async Task<IReadOnlyList<Round>> StillOpenAsync(Standing standing, CancellationToken cancel)
    {
        if (standing.Voter is not { } voter || !Postcode.TryParse(standing.Place?.Postcode, out var postcode))
            return [];
        var (now, around) = (clock.GetUtcNow(), await db.AroundAsync(postcode, cancel));
        var open = await db.Rounds.AsNoTracking().Where(round => round.Id != standing.Round.Id && round.AnnouncedAt != null && round.CancelledAt == null
                && round.Calendar.VotingFrom <= now && now < round.Calendar.VotingUntil && round.Neighbourhoods.Any(part => around.Contains(part.NeighbourhoodId)))
            .OrderBy(round => round.Calendar.VotingUntil).Take(10).ToListAsync(cancel);
        var others = new List<Round>();
        foreach (var round in open)
            if (await box.MarkAsync(voter, round, cancel) is null)
                others.Add(round);
        return others;
    }

    public Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        db.Rounds.AsNoTracking().Include(round => round.Neighbourhoods).Include(round => round.Pot)
            .SingleOrDefaultAsync(round => round.Slug == slug && round.AnnouncedAt != null, cancel);

    /// <summary>Who comes to cast a ballot, and where they are on the roll; null for somebody of whom nothing is known.</summary>
    public async Task<(Voter Voter, PlaceOnTheRoll Place)?> CallAsync(Round round, Elector elector, CancellationToken cancel)
    {
        if (elector.Person is { } person && !elector.HasCodeFor(round.Id))
            return await RollCall.AskAsync(db, person, cancel) is { } call ? (call.Voter, await db.PlaceOnTheRollAsync(round, call, cancel)) : null;
        return await VoterAsync(round, elector, cancel) is { } voter ? (voter, await db.PlaceOnTheRollAsync(round, voter, cancel)) : null;
    }

    /// <summary>Who votes here: whoever the code of this round stands for, else the person of the account.</summary>
    public async Task<Voter?> VoterAsync(Round round, Elector elector, CancellationToken cancel) =>
        elector.Codes.TryGetValue(round.Id, out var code) && await db.VoterOfCodeAsync(code, cancel) is { } byCode ? byCode
        : elector.Person is { } person ? await db.Voters.AsNoTracking().SingleOrDefaultAsync(voter => voter.PersonId == person, cancel)
        : null;
}
