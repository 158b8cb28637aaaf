using PB.Data;

namespace PB.Rounds;

// Trying a round out before it opens.
public sealed partial class Round
{
    /// <summary>A round like this one whose voting is open; to be wiped again.</summary>
    public Round Rehearse(DateTimeOffset now)
    {
        var rehearsal = Clone(Title, $"rehearsal-{Ids.New(now):N}", ConfiguredBy, now);
        rehearsal.IsRehearsal = true;
        rehearsal.Schedule(new RoundCalendar { VotingFrom = now.AddHours(-1), VotingUntil = now.AddHours(1) });
        // Made-up voters have an address and an age, and nothing to prove it with.
        rehearsal.SetEligibility(new Eligibility { MinimumAge = Eligibility.MinimumAge, MaximumAge = Eligibility.MaximumAge, InWords = Eligibility.InWords });
        rehearsal.AnnounceImported(now);
        return rehearsal;
    }
}
