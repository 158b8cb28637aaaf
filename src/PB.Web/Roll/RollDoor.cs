using PB.Ballots;
using PB.Roll;
using PB.Rounds;

namespace PB.Web.Roll;

/// <summary>What the pages work with on which somebody proves that they may vote.</summary>
public sealed class RollDoor(PollingStation station, RollBook book, TimeProvider clock)
{
    internal RollBook Book => book;

    /// <returns>Null when there is no such round, or nothing to prove in it any more.</returns>
    internal async Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        await station.RoundAsync(slug, cancel) is { CancelledAt: null } round && clock.GetUtcNow() < round.Calendar.VotingUntil ? round : null;

    /// <summary>Whoever the code of this round stands for, else whoever is signed in; null for a visitor.</summary>
    internal async Task<Voter?> VoterAsync(Round round, Elector elector, CancellationToken cancel) =>
        await station.VoterAsync(round, elector, cancel) ?? (elector.Person is { } person ? await book.VoterOfAsync(person, cancel) : null);

    internal Task<Standing?> StandingAsync(string slug, Elector elector, CancellationToken cancel) => station.StandingAsync(slug, elector, cancel);
}
