namespace PB.Web.Grants.Marking;

static class MarkingPaths
{
    public static string Home(CallVisit visit) => $"{Call(visit)}/marking";

    public static string Call(CallVisit visit) => $"/funds/{visit.Fund.Slug}/calls/{visit.Call.Slug}";

    public static string Card(CallVisit visit, string reference) => $"{Home(visit)}/{reference}";

    public static string Mark(CallVisit visit, string reference, int criterion) => $"{Home(visit)}/{reference}/{criterion}";

    public static string Progress(CallVisit visit) => $"{Call(visit)}/marking-progress";

    public static string SharingOut(CallVisit visit) => $"{Call(visit)}/sharing-out";

    public static string Marks(CallVisit visit) => $"{Call(visit)}/marks";

    public static string Application(CallVisit visit, string reference) => $"{Call(visit)}/reading/{reference}";
}
