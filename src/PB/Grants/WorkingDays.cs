namespace PB.Grants;

/// <summary>Counts Mondays to Fridays on the town hall’s clock. Bank holidays are counted too.</summary>
public static class WorkingDays
{
    const string Zone = "Europe/London";

    /// <summary>Midnight after so many working days: the first moment that is too late.</summary>
    public static DateTimeOffset After(DateTimeOffset from, int days)
    {
        var day = Rounds.LocalTime.ToLocal(from, Zone).Date;
        for (var left = days; left > 0; left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1)
            day = day.AddDays(1);
        return Rounds.LocalTime.TryToMoment(day.AddDays(1), Zone, out var moment, out _) ? moment : throw new InvalidOperationException($"There is no midnight on {day}.");
    }
}
