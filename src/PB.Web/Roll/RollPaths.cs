using Microsoft.AspNetCore.WebUtilities;

namespace PB.Web.Roll;

static class RollPaths
{
    /// <summary>Where a code is typed in.</summary>
    public const string Code = "/code";

    public static string Roll(string slug, string? then = null) => With($"/rounds/{slug}/roll", then);

    public static string Declaration(string slug, string? then = null) => With($"/rounds/{slug}/roll/declaration", then);

    public static string Match(string slug, string? then = null) => With($"/rounds/{slug}/roll/register", then);

    public static string Provisional(string slug, string? then = null) => With($"/rounds/{slug}/roll/provisional", then);

    public static string Desk(string slug) => $"/rounds/{slug}/voters";

    public static string Register(string slug) => $"/rounds/{slug}/voters/register";

    public static string Batches(string slug) => $"/rounds/{slug}/voters/codes";

    public static string Batch(string slug, Guid id) => $"/rounds/{slug}/voters/codes/{id}";

    public static string Queue(string slug) => $"/rounds/{slug}/voters/provisional";

    public static string Provisional(string slug, Guid voter) => $"/rounds/{slug}/voters/provisional/{voter}";

    public static string Vouching(string slug) => $"/rounds/{slug}/voters/desk";

    static string With(string path, string? then) => then is null ? path : QueryHelpers.AddQueryString(path, "then", then);
}
