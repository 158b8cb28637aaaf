using Microsoft.Extensions.Caching.Memory;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>The rounds that ballots are being cast in, kept for a few seconds: in its last hour everybody asks for the same one.</summary>
/// <remarks>Nothing is decided by what is kept. Whether the box is still open, <c>ballotbox.cast_ballot</c> says, each time.</remarks>
public sealed class BusyRounds(PollingStation station, IMemoryCache cache)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>The round of this slug, perhaps as it was a few seconds ago.</summary>
    public Task<Round?> FindAsync(string slug, CancellationToken cancel) => cache.GetOrCreateAsync((typeof(BusyRounds), slug), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Lifetime;
        return station.RoundAsync(slug, cancel);
    });
}
