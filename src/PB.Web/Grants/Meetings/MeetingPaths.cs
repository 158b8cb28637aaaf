namespace PB.Web.Grants.Meetings;

static class MeetingPaths
{
    public const string Meetings = "/meetings";

    public static string Of(Guid meeting) => $"{Meetings}/{meeting}";

    public static string Part(Guid meeting, string part) => $"{Meetings}/{meeting}/{part}";

    public static string OfCall(string fund, string call) => $"/funds/{fund}/calls/{call}/meetings";

    public static string Anyway(string fund, string call) => $"/funds/{fund}/calls/{call}/meetings/anyway";

    public static string Decisions(string fund, string call) => $"/funds/{fund}/calls/{call}/panel-decisions";

    public static string Reserve(string fund, string call) => $"/funds/{fund}/calls/{call}/reserve";

    public static string Release(string fund, string call) => $"/funds/{fund}/calls/{call}/release";
}
