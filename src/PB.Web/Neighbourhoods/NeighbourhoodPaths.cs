namespace PB.Web.Neighbourhoods;

static class NeighbourhoodPaths
{
    public const string All = "/neighbourhoods";
    public const string New = "/neighbourhoods/new";

    public static string Of(string slug) => $"/neighbourhoods/{slug}";

    public static string Edit(string slug) => $"/neighbourhoods/{slug}/edit";

    public static string NewPostcodes(string slug) => $"/neighbourhoods/{slug}/postcodes/new";

    public static string EditBoundary(string slug) => $"/neighbourhoods/{slug}/boundary/edit";
}
