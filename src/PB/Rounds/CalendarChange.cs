using PB.Data;

namespace PB.Rounds;

/// <summary>A change of an announced round's calendar, with its reason: published, never edited.</summary>
public sealed class CalendarChange
{
    CalendarChange() { }

    internal CalendarChange(Guid roundId, RoundCalendar before, RoundCalendar after, string reason, DateTimeOffset now)
    {
        Id = Ids.New(now);
        RoundId = roundId;
        (VotingFromBefore, VotingUntilBefore) = (before.VotingFrom, before.VotingUntil);
        (VotingFromAfter, VotingUntilAfter) = (after.VotingFrom, after.VotingUntil);
        Reason = reason;
        At = now;
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public DateTimeOffset? VotingFromBefore { get; private set; }
    public DateTimeOffset? VotingUntilBefore { get; private set; }
    public DateTimeOffset? VotingFromAfter { get; private set; }
    public DateTimeOffset? VotingUntilAfter { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
