namespace PB.Web.Rounds;

static class RoundPaths
{
    public const string NewDraft = "/desk/rounds/new";

    public static string Of(string slug) => $"/rounds/{slug}";

    public static string Proposals(string slug) => $"/rounds/{slug}/proposals";

    public static string NewProposal(string slug) => $"/rounds/{slug}/proposals/new";

    public static string Ballot(string slug) => $"/rounds/{slug}/ballot";

    public static string Result(string slug) => $"/rounds/{slug}/result";

    public static string Setup(string slug) => $"/rounds/{slug}/setup";

    public static string RuleTrial(string slug) => $"/rounds/{slug}/setup/ballot/trial";

    public static string Announcement(string slug) => $"/rounds/{slug}/announcement";

    public static string Copy(string slug) => $"/rounds/{slug}/copy";

    public static string CalendarChange(string slug) => $"/rounds/{slug}/calendar-change";

    public static string Rehearsal(string slug) => $"/rounds/{slug}/rehearsal";

    public static string Turnout(string slug) => $"/rounds/{slug}/turnout";

    public static string Cancellation(string slug) => $"/rounds/{slug}/cancellation";
}
