using PB.Rounds;

namespace PB.Grants;

/// <summary>When young people are written to: from eight in the morning to nine in the evening.</summary>
public static class DayTime
{
    public static bool Is(DateTimeOffset now, string zone = "Europe/London") => LocalTime.ToLocal(now, zone).Hour is >= 8 and < 21;
}
