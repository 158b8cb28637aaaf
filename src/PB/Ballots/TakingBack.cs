using PB.Roll;

namespace PB.Ballots;

/// <summary>Takes somebody's votes back while voting is open: a ballot without a choice lies in the box from then on.</summary>
public sealed class TakingBack(PollingStation station, BallotBox box)
{
    /// <returns>False when one of the rounds does not let go of its vote; those before it in the list are taken back.</returns>
    public async Task<bool> TakeBackAsync(Guid person, IEnumerable<string> rounds, CancellationToken cancel)
    {
        var elector = new Elector(person, new Dictionary<Guid, Guid>());
        foreach (var slug in rounds.Distinct())
            if (await station.StandingAsync(slug, elector, cancel) is not { MayCast: true, Mark: { } mark, Voter: { } voter } standing
                || await box.CastAsync(voter, standing.Round, Empty(voter, standing, mark), cancel) is not null)
                return false;
        return true;
    }

    /// <summary>Whether somebody's vote in a round can be taken back.</summary>
    public async Task<bool> MayAsync(Guid person, string round, CancellationToken cancel) =>
        await station.StandingAsync(round, new Elector(person, new Dictionary<Guid, Guid>()), cancel) is { MayCast: true, Mark: not null };

    static BallotEntry Empty(Voter voter, Standing standing, Mark mark) =>
        new([], Channel.Web, $"taken back/{standing.Round.Id}/{voter.Id}/{mark.Version}", mark.Version) { IsWithdrawal = true };
}
