using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.Outbox;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Roll;

/// <summary>The second person's word on a provisional ballot, and the mail that tells its voter.</summary>
public sealed class ProvisionalDesk(PbContext db, RoundKeys keys, IStringLocalizer<ProvisionalDesk> text, TimeProvider clock)
{
    /// <summary>To be saved by the caller.</summary>
    /// <returns>Why it cannot be decided so, or null when it is.</returns>
    public async Task<ProvisionalRefusal?> SecondAsync(Round round, ProvisionalVoter voter, bool agrees, Guid by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (round.CountedAt is not null || round.CancelledAt is not null)
            return ProvisionalRefusal.TooLate;
        if (agrees && voter is { Decision: ProvisionalDecision.Accept, Conflict: { } other } && await StandsAsync(round.Id, other, cancel))
            return ProvisionalRefusal.OtherStands;
        db.Journal.Add(new JournalEntry(by, agrees ? $"Agreed for a provisional ballot: {voter.Decision}" : "Sent a provisional ballot back", $"rounds/{round.Slug}", "", now));
        if (!agrees)
        {
            voter.SendBack();
            return null;
        }

        voter.Confirm(by, now);
        if (voter is { Decision: ProvisionalDecision.Accept, Conflict: { } former })
            await db.Database.ExecuteSqlAsync($"select register.hand_over({round.Id}, {former}, {voter.VoterId})", cancel);
        await WriteAsync(round, voter, cancel);
        return null;
    }

    // Of two people who say that they are the same, one counts: the other one's ballot has to be left out first.
    async Task<bool> StandsAsync(Guid round, Guid other, CancellationToken cancel)
    {
        var tag = keys.Has(round) ? VoterTag.Compute(keys.Open(round), round, other) : [];
        return (await db.Database.SqlQuery<bool>($"""select ballotbox.stands({round}, {tag}) as "Value" """).ToListAsync(cancel)).Single();
    }

    async Task WriteAsync(Round round, ProvisionalVoter voter, CancellationToken cancel)
    {
        var email = await (from v in db.Voters where v.Id == voter.VoterId join person in db.Users on v.PersonId equals person.Id select person.Email).SingleOrDefaultAsync(cancel);
        if (email is null)
            return;
        var counts = voter.Decision is ProvisionalDecision.Accept;
        db.Messages.Add(new Message($"provisional/{round.Id}/{voter.VoterId}", email,
            counts ? text["Your ballot in “{0}” counts", round.Title] : text["Your ballot in “{0}” does not count", round.Title],
            counts ? text["Two members of staff looked at what you told us about yourself. Your ballot counts. We have deleted what you told us."]
                : text["Two members of staff looked at what you told us about yourself. Your ballot does not count. The reason: {0}\n\nIf that is wrong, answer this e-mail within 5 days, and somebody else looks at it. We have deleted what you told us.", voter.Reason!],
            voter.ConfirmedAt!.Value));
    }
}

/// <summary>Why a provisional ballot cannot be decided on so.</summary>
public enum ProvisionalRefusal
{
    TooLate,

    /// <summary>Another ballot of the same person stands.</summary>
    OtherStands,
}
