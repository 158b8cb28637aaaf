using PB.Data;
using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Decides whether somebody may vote in a round: one reason, and always a next step.</summary>
public static class RightToVote
{
    public static async Task<RollRefusal?> WhyMayNotVoteAsync(this PbContext db, Round round, Voter? voter, CancellationToken cancel) =>
        (await db.PlaceOnTheRollAsync(round, voter, cancel)).WhyNot;

    /// <summary>Why somebody may not vote, or for which neighbourhood of the round they do: the nearest one around their address.</summary>
    public static async Task<(RollRefusal? WhyNot, Guid Area)> PlaceOnTheRollAsync(this PbContext db, Round round, Voter? voter, CancellationToken cancel)
    {
        if (voter?.DeclaredAt is null || !Postcode.TryParse(voter.Postcode, out var postcode))
            return (RollRefusal.AddressNotConfirmed, default);
        if (voter.Age < round.Eligibility.MinimumAge)
            return (RollRefusal.TooYoung, default);
        if (voter.Age > round.Eligibility.MaximumAge)
            return (RollRefusal.TooOld, default);

        var area = (await db.AroundAsync(postcode, cancel)).Find(place => round.Neighbourhoods.Any(part => part.NeighbourhoodId == place));
        return area == default ? (RollRefusal.LivesElsewhere, area) : (null, area);
    }
}

/// <summary>Why somebody may not vote in a round.</summary>
public enum RollRefusal
{
    AddressNotConfirmed,
    TooYoung,
    TooOld,
    LivesElsewhere,
}
