using System.Diagnostics.CodeAnalysis;

namespace PB.Rounds;

/// <summary>The one place where the time on the town hall's clock becomes a moment, and the other way round.</summary>
public static class LocalTime
{
    /// <summary>Reads a civic date and time in an IANA zone.</summary>
    /// <returns>
    /// False when that time does not exist (the hour skipped in spring) or happens twice (the hour repeated in
    /// autumn): a deadline must not depend on a guess, so people are asked for another hour.
    /// </returns>
    public static bool TryToMoment(DateTime local, string zone, out DateTimeOffset moment, [NotNullWhen(false)] out LocalTimeRefusal? why)
    {
        var timeZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        why = timeZone.IsInvalidTime(local) ? LocalTimeRefusal.SkippedHour
            : timeZone.IsAmbiguousTime(local) ? LocalTimeRefusal.RepeatedHour
            : null;
        moment = why is null ? new DateTimeOffset(local, timeZone.GetUtcOffset(local)).ToUniversalTime() : default;
        return why is null;
    }

    public static DateTime ToLocal(DateTimeOffset moment, string zone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
}

/// <summary>Why a civic time is not a moment.</summary>
public enum LocalTimeRefusal
{
    SkippedHour,
    RepeatedHour,
}
