using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>Takes the slips of those who vote on paper: two adults enter all of them, each for themselves, and only where both say the same are they cast.</summary>
/// <remarks>The slips go in together and in no order, as what phones send does. What the first adult entered lies where the site cannot read it.</remarks>
public sealed class SlipDesk(PbContext db, MeetingRoom room)
{
    /// <summary>Fewer slips than this would tell the adults who chose what.</summary>
    public const int Fewest = 2;

    public Task<MeetingRefusal?> MarkAsync(Guid meetingId, Guid person, bool onPaper, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, _) =>
        {
            if (table.Meeting.ClosedAt is not null) return MeetingRefusal.NotOpen;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            if (!table.Present(AttendanceKind.Member).Contains(person)) return MeetingRefusal.PageIsOld;
            table.Meeting.VoteOnPaper(person, onPaper);
            return null;
        }, cancel);

    /// <param name="slips">What stands on each: Yes, No or Abstain; or an amount in pence, or None.</param>
    public async Task<(bool Cast, MeetingRefusal? Refusal)> EnterAsync(Guid voteId, Guid adult, IReadOnlyList<string> slips, CancellationToken cancel)
    {
        var entered = slips.ToArray();
        var outcome = await db.Database.SqlQuery<string>($"""select grants.enter_slips({voteId}, {adult}, {entered}) as "Value" """).SingleAsync(cancel);
        return outcome switch
        {
            "Cast" => (true, null),
            "First" => (false, null),
            "Already" => (false, MeetingRefusal.VotedAlready),
            "Differ" => (false, MeetingRefusal.SlipsDiffer),
            "Count" => (false, MeetingRefusal.WrongNumberOfSlips),
            "TooFew" => (false, MeetingRefusal.TooFewSlips),
            "NotYours" => (false, MeetingRefusal.NotYours),
            _ => (false, MeetingRefusal.PageIsOld),
        };
    }

    /// <summary>How many slips are awaited, and which adult has entered them once.</summary>
    public async Task<SlipState> StateAsync(Guid voteId, CancellationToken cancel) => new(
        (await db.Database.SqlQuery<Guid>($"""select grants.voters_on_paper({voteId}) as "Value" """).ToListAsync(cancel)).Count,
        (await db.Database.SqlQuery<Guid?>($"""select grants.slips_entered_by({voteId}) as "Value" """).ToListAsync(cancel)).Single());
}

/// <param name="Awaited">How many in the room may vote, do it on paper, and have not yet.</param>
/// <param name="EnteredBy">The first of the two adults; null where nobody has entered them.</param>
public sealed record SlipState(int Awaited, Guid? EnteredBy);
