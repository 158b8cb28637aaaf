using PB.Data;
using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Decides whether somebody may vote in a round: one reason, and always a next step.</summary>
public static class RightToVote
{
    public static async Task<RollRefusal?> WhyMayNotVoteAsync(
        this PbContext db, Round round, Voter? voter, CancellationToken cancel)
    {
        if (voter?.DeclaredAt is null || !Postcode.TryParse(voter.Postcode, out var postcode))
            return RollRefusal.AddressNotConfirmed;
        if (voter.Age < round.Eligibility.MinimumAge)
            return RollRefusal.TooYoung;
        if (voter.Age > round.Eligibility.MaximumAge)
            return RollRefusal.TooOld;

        var around = await db.AroundAsync(postcode, cancel);
        return round.Neighbourhoods.Any(part => around.Contains(part.NeighbourhoodId)) ? null : RollRefusal.LivesElsewhere;
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
