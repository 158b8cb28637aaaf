namespace PB.Web.Proposals;

static class ProposalPaths
{
    public static string Index(string slug) => $"/rounds/{slug}/proposals";

    public static string New(string slug) => $"/rounds/{slug}/proposals/new";

    public static string Show(string slug, int number) => $"/rounds/{slug}/proposals/{number}";

    public static string Photo(string slug, int number, int place) => $"/rounds/{slug}/proposals/{number}/photos/{place}";

    public static string Screening(string slug, int number) => $"/rounds/{slug}/proposals/{number}/screening";

    public static string Draft(string slug, Guid id) => $"/rounds/{slug}/proposals/drafts/{id}";
}
