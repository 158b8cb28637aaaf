using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>Finds out, for whoever comes to vote, where they stand.</summary>
public sealed class PollingStation(PbContext db, BallotGate gate, BallotBox box, TimeProvider clock)
{
    /// <returns>Null when there is no such round, or it is not announced.</returns>
    public async Task<Standing?> StandingAsync(string slug, Guid? person, CancellationToken cancel)
    {
        if (await RoundAsync(slug, cancel) is not { } round)
            return null;
        var voter = await VoterAsync(person, cancel);
        var standing = new Standing(round, await gate.PaperAsync(round, cancel), voter, clock.GetUtcNow());
        return standing.Paper is null || person is null ? standing : standing with
        {
            WhyNot = await db.WhyMayNotVoteAsync(round, voter, cancel),
            Mark = voter is null ? null : await box.MarkAsync(voter, round, cancel),
        };
    }

    public Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        db.Rounds.AsNoTracking().Include(round => round.Neighbourhoods).Include(round => round.Pot)
            .SingleOrDefaultAsync(round => round.Slug == slug && round.AnnouncedAt != null, cancel);

    public async Task<Voter?> VoterAsync(Guid? person, CancellationToken cancel) =>
        person is null ? null : await db.Voters.AsNoTracking().SingleOrDefaultAsync(voter => voter.PersonId == person, cancel);
}
