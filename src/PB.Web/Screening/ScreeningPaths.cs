namespace PB.Web.Screening;

static class ScreeningPaths
{
    public const string Queue = "/desk/assignments";

    public const string Appeals = "/desk/appeals";

    public const string Departments = "/desk/departments";

    public const string Checklists = "/desk/checklists";

    public static string Assignment(Guid id) => $"{Queue}/{id}";

    public static string Appeal(Guid decision) => $"{Appeals}/{decision}";

    public static string Checklist(Guid id) => $"{Checklists}/{id}";

    public static string Plan(string slug) => $"/rounds/{slug}/setup/screening";

    public static string Round(string slug) => $"/rounds/{slug}/screening";

    public static string Proposal(string slug, int number) => $"/rounds/{slug}/screening/{number}";

    public static string SecondOpinion(string slug, Guid assignment) => $"/rounds/{slug}/screening/second-opinions/{assignment}";

    public static string Publication(string slug) => $"/rounds/{slug}/screening/publication";

    public static string Exclusions(string slug) => $"/rounds/{slug}/exclusions";

    public static string Shortlist(string slug) => $"/rounds/{slug}/shortlist";

    public static string Checks(string slug) => $"/rounds/{slug}/checks";

    public static string Letter(string slug, int number) => $"/rounds/{slug}/proposals/{number}/letter";
}
