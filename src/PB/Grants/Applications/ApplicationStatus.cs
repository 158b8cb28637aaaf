using PB.Grants.Calls;

namespace PB.Grants.Applications;

/// <summary>Where an application stands, as its group reads it.</summary>
public enum ApplicationStatus
{
    Draft,

    /// <summary>The call closed before it was sent.</summary>
    NotSent,
    AwaitingAdult,

    /// <summary>The adult did not sign in time.</summary>
    NotSigned,
    Checking,

    /// <summary>The group is asked to put something right.</summary>
    ToMend,
    Ineligible,
    Eligible,
    Marking,
    Deciding,

    /// <summary>The panel has fewer members than it needs.</summary>
    Paused,
    Decided,
    Withdrawn,
}

public static class ApplicationStatuses
{
    /// <summary>How long after the close a draft can still be saved and sent, for those whose connection failed.</summary>
    public static readonly TimeSpan DraftGrace = TimeSpan.FromMinutes(15);

    /// <param name="query">The question that waits for an answer; null when there is none.</param>
    public static ApplicationStatus StatusAt(this Application application, Call call, EligibilityQuery? query, DateTimeOffset now) => application switch
    {
        { WithdrawnAt: not null } => ApplicationStatus.Withdrawn,
        _ when query is not null && query.IsOpenAt(now) => ApplicationStatus.ToMend,
        { FoundIneligibleAt: not null } => ApplicationStatus.Ineligible,
        { EnteredAt: null, SubmittedAt: null } => now < call.Dates.ClosesAt + DraftGrace ? ApplicationStatus.Draft : ApplicationStatus.NotSent,
        { EnteredAt: null } => now < call.Dates.AdultsUntil ? ApplicationStatus.AwaitingAdult : ApplicationStatus.NotSigned,
        { SubmittedAt: null } => now < call.Dates.ClosesAt + DraftGrace ? ApplicationStatus.Draft : ApplicationStatus.Checking,
        { CosignedAt: null } => ApplicationStatus.AwaitingAdult,
        { FoundEligibleAt: null } => ApplicationStatus.Checking,
        _ => call.PhaseAt(now) switch
        {
            CallPhase.Marking => ApplicationStatus.Marking,
            CallPhase.Deciding => ApplicationStatus.Deciding,
            CallPhase.Paused => ApplicationStatus.Paused,
            CallPhase.Published or CallPhase.Archived => ApplicationStatus.Decided,
            _ => ApplicationStatus.Eligible,
        },
    };

    /// <summary>Whether the team may write: until the close, and while it is asked to put something right.</summary>
    public static bool MayBeWritten(this Application application, Call call, EligibilityQuery? query, DateTimeOffset now) =>
        application.WithdrawnAt is null && call.CancelledAt is null
        && (query?.IsOpenAt(now) is true || application.FoundEligibleAt is null && call.AnnouncedAt is not null && call.Dates.OpensAt <= now && now < call.Dates.ClosesAt + DraftGrace);

    /// <summary>Until when the adult may sign.</summary>
    public static DateTimeOffset? SignableUntil(this Application application, Call call, EligibilityQuery? query) =>
        application.EnteredAt is null || query is null ? call.Dates.AdultsUntil : query.Until;
}
