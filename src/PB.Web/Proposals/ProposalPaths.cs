namespace PB.Web.Proposals;

static class ProposalPaths
{
    public static string Index(string slug) => $"/rounds/{slug}/proposals";

    public static string New(string slug) => $"/rounds/{slug}/proposals/new";

    public static string Show(string slug, int number) => $"/rounds/{slug}/proposals/{number}";

    public static string Photo(string slug, int number, int place) => $"/rounds/{slug}/proposals/{number}/photos/{place}";

    public static string Screening(string slug, int number) => $"/rounds/{slug}/proposals/{number}/screening";

    public static string Similar(string slug) => $"/rounds/{slug}/proposals/similar";

    public static string OnBehalf(string slug) => $"/rounds/{slug}/proposals/on-behalf";

    public static string Versions(string slug, int number) => $"/rounds/{slug}/proposals/{number}/versions";

    public static string Revision(string slug, int number) => $"/rounds/{slug}/proposals/{number}/revision";

    public static string Endorsement(string slug, int number) => $"/rounds/{slug}/proposals/{number}/endorsement";

    public static string OwedAnswer(string slug, int number) => $"/rounds/{slug}/proposals/{number}/answer";

    public static string PassingOn(string slug, int number) => $"/rounds/{slug}/proposals/{number}/passing-on";

    public static string Import(string slug) => $"/rounds/{slug}/proposals/import";

    public static string Table(string slug) => $"/rounds/{slug}/proposals.csv";

    public static string Discussion(string slug, int number) => $"/rounds/{slug}/proposals/{number}/discussion";

    public static string ModerationLog(string slug) => $"/rounds/{slug}/moderation";

    public static string IdeaRules(string slug) => $"/rounds/{slug}/idea-rules";

    public static string Draft(string slug, Guid id) => $"/rounds/{slug}/proposals/drafts/{id}";
}
