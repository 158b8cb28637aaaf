namespace PB.Rounds;

// What may become of the dates once they are announced.
public sealed partial class Round
{
    /// <summary>The next phase of the calendar, or null when none is to come.</summary>
    public (RoundPhase Phase, DateTimeOffset From)? NextAfter(DateTimeOffset now) =>
        CancelledAt is null ? Calendar.Phases().Where(phase => phase.From > now).Select(phase => ((RoundPhase, DateTimeOffset)?)phase).FirstOrDefault() : null;

    /// <summary>Why the dates cannot be moved so: what has begun stays, what people were told takes place still does, and is long enough.</summary>
    public CalendarRefusal? WhyNotMoveTo(RoundCalendar calendar, DateTimeOffset now)
    {
        if (calendar == Calendar)
            return CalendarRefusal.NothingChanged;
        if (!calendar.Phases().Select(p => p.Phase).SequenceEqual(Calendar.Phases().Select(p => p.Phase)))
            return CalendarRefusal.OtherPhases;
        if (calendar.FirstOutOfOrder() is not null)
            return CalendarRefusal.OutOfOrder;
        if (Calendar.Phases().Zip(calendar.Phases()).Any(p => p.First.From != p.Second.From && (p.First.From <= now || p.Second.From <= now)))
            return CalendarRefusal.InThePast;
        if (calendar.VotingUntil - calendar.VotingFrom < ShortestVoting || calendar.ScreeningFrom - calendar.IdeasFrom < ShortestIdeas)
            return CalendarRefusal.TooShort;
        return null;
    }
}

/// <summary>Why an announced round's dates cannot be moved as somebody wants to.</summary>
public enum CalendarRefusal
{
    NothingChanged,
    OtherPhases,
    OutOfOrder,
    InThePast,
    TooShort,
}
